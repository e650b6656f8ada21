//@ dep: aes-gcm = "0.10"
//! A closure's parameter has the type that the bound of a local function says.

use aes_gcm::Aes256Gcm;
use aes_gcm::aead::{Aead, Nonce};

pub struct Codec;

impl Codec {
    pub fn encrypt(&self, _label: &[u8], data: &[u8]) -> Vec<u8> {
        data.to_vec()
    }
}

pub struct Vault {
    cipher: Aes256Gcm,
    codec: Codec,
}

impl Vault {
    fn with_cipher<R, F: FnOnce(&Aes256Gcm) -> R>(&self, f: F) -> R {
        f(&self.cipher)
    }

    fn with_codec<R>(&self, f: impl FnOnce(&Codec) -> R) -> R {
        f(&self.codec)
    }
}

pub fn seal(vault: &Vault, data: &[u8]) -> Option<Vec<u8>> {
    vault.with_cipher(|c| c.encrypt(Nonce::<Aes256Gcm>::from_slice(b"fixed nonce!"), data)).ok() //~ hardcoded-nonce
}

pub fn encode(vault: &Vault, data: &[u8]) -> Vec<u8> {
    vault.with_codec(|c| c.encrypt(b"fixed label!", data))
}
