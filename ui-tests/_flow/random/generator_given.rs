//@ dep: aes-gcm = "0.10"
//@ dep: rand_core = "0.6"
//! A generator that the caller gives, also behind a trait object.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, Nonce};
use rand_core::{CryptoRng, RngCore};

pub fn generic<R: RngCore + CryptoRng>(rng: &mut R, cipher: &Aes256Gcm, text: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = [0u8; 12];
    rng.fill_bytes(&mut nonce);
    cipher.encrypt(Nonce::from_slice(&nonce), text)
}

pub fn object(rng: &mut dyn RngCore, cipher: &Aes256Gcm, text: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = [0u8; 12];
    rng.fill_bytes(&mut nonce);
    cipher.encrypt(Nonce::from_slice(&nonce), text)
}

pub fn ignored(_rng: &mut dyn RngCore, cipher: &Aes256Gcm, text: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce = [0u8; 12];
    cipher.encrypt(Nonce::from_slice(&nonce), text) //~ hardcoded-nonce
}
