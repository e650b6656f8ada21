//@ dep: aes-gcm = "0.11"
//! Later versions generate through a trait of the key and the nonce.

use aes_gcm::aead::{Aead, Error, Generate, Key, KeyInit, Nonce};
use aes_gcm::Aes256Gcm;

pub fn generated(text: &[u8]) -> Result<Vec<u8>, Error> {
    let key = Key::<Aes256Gcm>::generate();
    let nonce = Nonce::<Aes256Gcm>::generate();
    Aes256Gcm::new(&key).encrypt(&nonce, text)
}

pub fn constant(text: &[u8], nonce: &Nonce<Aes256Gcm>) -> Result<Vec<u8>, Error> {
    let key = Key::<Aes256Gcm>::from(*b"0123456789abcdef0123456789abcdef");
    Aes256Gcm::new(&key).encrypt(nonce, text) //~ hardcoded-key
}
