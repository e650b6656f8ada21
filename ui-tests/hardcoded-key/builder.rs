//@ dep: chacha20poly1305 = "0.10"
//! The constant goes into a builder of the project and comes out at the end.

use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit};

#[derive(Default)]
pub struct Builder {
    material: Vec<u8>,
}

impl Builder {
    pub fn material(mut self, material: &[u8]) -> Builder {
        self.material = material.to_vec();
        self
    }

    pub fn build(self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(Key::from_slice(&self.material))
    }
}

pub fn from_caller(material: &[u8]) -> ChaCha20Poly1305 {
    Builder::default().material(material).build()
}
