//@ dep: aes-gcm = "0.10"
//! Nonce and message are kept together: the object is one message.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

pub struct Draft {
    nonce: [u8; 12],
    text: Vec<u8>,
}

impl Draft {
    pub fn sealed(&self, cipher: &Aes256Gcm) -> Result<Vec<u8>, Error> {
        cipher.encrypt(Nonce::from_slice(&self.nonce), self.text.as_slice())
    }
}
