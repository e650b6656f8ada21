//@ dep: aes-gcm = "0.10"
//! The type generates its key and its nonce; afterwards a constant is used all the same.

use aes_gcm::aead::{Aead, AeadCore, Error, KeyInit, OsRng};
use aes_gcm::{Aes256Gcm, Nonce};

pub fn generated(text: &[u8]) -> Result<Vec<u8>, Error> {
    let key = Aes256Gcm::generate_key(OsRng);
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    Aes256Gcm::new(&key).encrypt(&nonce, text)
}

pub fn forgotten(cipher: &Aes256Gcm, text: &[u8]) -> Result<(usize, Vec<u8>), Error> {
    let unused = Aes256Gcm::generate_nonce(&mut OsRng);
    let sealed = cipher.encrypt(Nonce::from_slice(b"ledger-start"), text)?; //~ hardcoded-nonce
    Ok((unused.len(), sealed))
}
