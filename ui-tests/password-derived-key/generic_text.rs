//@ dep: aes = "0.8"
//@ dep: sha2 = "0.10"
//! Any text may be given for the key; the object is made in pieces and kept in a field.
use aes::Aes256;
use aes::cipher::KeyInit;
use sha2::{Digest, Sha256};

pub struct Crypter {
    key: [u8; 32],
}

impl Crypter {
    pub fn new<S: AsRef<str>>(key: S) -> Crypter {
        let mut hasher = Sha256::new();
        hasher.update(key.as_ref()); //~ password-derived-key
        let key = hasher.finalize();
        Crypter { key: key.into() }
    }

    pub fn cipher(&self) -> Aes256 {
        Aes256::new(&self.key.into())
    }
}
