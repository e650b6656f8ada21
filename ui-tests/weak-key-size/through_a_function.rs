//@ dep: rsa = "0.9"
//! The size is given by a caller of the function that makes the key.

use rsa::RsaPrivateKey;
use rsa::rand_core::OsRng;

pub struct Identity {
    key: RsaPrivateKey,
}

impl Identity {
    fn with_bits(bits: usize) -> Option<Identity> {
        let key = RsaPrivateKey::new(&mut OsRng, bits).ok()?;
        Some(Identity { key })
    }

    pub fn quick() -> Option<Identity> {
        Identity::with_bits(1024) //~ weak-key-size
    }

    pub fn careful() -> Option<Identity> {
        Identity::with_bits(4096)
    }

    pub fn key(&self) -> &RsaPrivateKey {
        &self.key
    }
}
