//@ dep: chacha20poly1305 = "0.10"
//! A type of the program converts itself into what the cipher wants.

use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305};

pub struct Material([u8; 32]);

impl From<[u8; 32]> for Material {
    fn from(bytes: [u8; 32]) -> Material {
        Material(bytes)
    }
}

impl AsRef<[u8]> for Material {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

pub fn constant() -> XChaCha20Poly1305 {
    let material = Material::from(*b"fedcba9876543210fedcba9876543210");
    XChaCha20Poly1305::new(Key::from_slice(material.as_ref())) //~ hardcoded-key
}

pub fn given(bytes: [u8; 32]) -> XChaCha20Poly1305 {
    let material = Material::from(bytes);
    XChaCha20Poly1305::new(Key::from_slice(material.as_ref()))
}
