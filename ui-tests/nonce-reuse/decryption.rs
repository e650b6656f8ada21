//@ dep: aes-gcm = "0.10"
//! What was received with the message.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};

pub struct Envelope {
    pub nonce: [u8; 12],
    pub body: Vec<u8>,
}

impl Envelope {
    pub fn open(&self, cipher: &Aes256Gcm) -> Result<Vec<u8>, Error> {
        cipher.decrypt(Nonce::from_slice(&self.nonce), self.body.as_slice())
    }
}
