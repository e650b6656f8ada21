//@ dep: aes-gcm = "0.10"
//@ dep: getrandom = "0.2"
//@ dep: rand = "0.8"
//! A buffer of zeros is where a nonce is put.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};
use rand::{Rng, RngCore};

pub fn filled(cipher: &Aes256Gcm, message: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = [0u8; 12];
    rand::thread_rng().fill_bytes(&mut nonce);
    cipher.encrypt(Nonce::from_slice(&nonce), message)
}

pub fn drawn(cipher: &Aes256Gcm, message: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce: [u8; 12] = rand::thread_rng().r#gen();
    cipher.encrypt(&nonce.into(), message)
}

pub fn in_part(cipher: &Aes256Gcm, message: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = [0u8; 12];
    getrandom::getrandom(&mut nonce[4..]).map_err(|_| Error)?;
    cipher.encrypt(Nonce::from_slice(&nonce), message)
}

macro_rules! copy_bytes {
    ($from:expr, $to:expr) => {
        $to[..$from.len()].copy_from_slice(&$from[..])
    };
}

pub fn by_macro(cipher: &Aes256Gcm, message: &[u8], given: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = [0_u8; 12];
    copy_bytes!(given, nonce);
    cipher.encrypt(Nonce::from_slice(&nonce), message)
}

pub trait Source {
    fn draw(buffer: &mut [u8]);
}

pub fn draw<S: Source, B: AsMut<[u8]>>(mut buffer: B) {
    S::draw(buffer.as_mut());
}

pub fn by_generic<S: Source>(cipher: &Aes256Gcm, message: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = [0_u8; 12];
    draw::<S, _>(&mut nonce);
    cipher.encrypt(Nonce::from_slice(&nonce), message)
}
