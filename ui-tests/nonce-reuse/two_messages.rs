//@ dep: aes-gcm = "0.10"
//! One nonce for two messages on one way, and on two.

use aes_gcm::aead::{Aead, AeadCore, Error, OsRng};
use aes_gcm::{Aes256Gcm, Nonce};

pub fn envelope(cipher: &Aes256Gcm, head: &[u8], body: &[u8]) -> Result<(Vec<u8>, Vec<u8>), Error> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    let head = cipher.encrypt(&nonce, head)?;
    let body = cipher.encrypt(&nonce, body)?; //~ nonce-reuse
    Ok((head, body))
}

pub fn either(cipher: &Aes256Gcm, head: &[u8], body: &[u8], long: bool) -> Result<Vec<u8>, Error> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    if long { cipher.encrypt(&nonce, body) } else { cipher.encrypt(&nonce, head) }
}

pub fn early(cipher: &Aes256Gcm, head: &[u8], body: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    if body.is_empty() {
        return cipher.encrypt(&nonce, head);
    }
    cipher.encrypt(&nonce, body)
}

pub fn two_keys(a: &Aes256Gcm, b: &Aes256Gcm, text: &[u8]) -> Result<(Vec<u8>, Vec<u8>), Error> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    Ok((a.encrypt(&nonce, text)?, b.encrypt(&nonce, text)?))
}

pub fn counted(cipher: &Aes256Gcm, head: &[u8], body: &[u8], start: [u8; 12]) -> Result<(Vec<u8>, Vec<u8>), Error> {
    let mut nonce = start;
    let head = cipher.encrypt(Nonce::from_slice(&nonce), head)?;
    nonce[11] ^= 1;
    let body = cipher.encrypt(Nonce::from_slice(&nonce), body)?;
    Ok((head, body))
}
