//@ dep: aes-gcm = "0.10"
//@ dep: hkdf = "0.12"
//@ dep: rand = "0.8"
//@ dep: sha2 = "0.10"
//! A key that is derived with a random salt for one message, as in age; an HKDF without a salt is as specified too.

use aes_gcm::aead::{Aead, Error};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use hkdf::Hkdf;
use rand::RngCore;
use sha2::Sha256;

pub fn seal(shared: &[u8], message: &[u8]) -> Result<Vec<u8>, Error> {
    let (mut salt, mut material) = ([0u8; 16], [0u8; 32]);
    rand::thread_rng().fill_bytes(&mut salt);
    Hkdf::<Sha256>::new(Some(&salt), shared).expand(b"payload", &mut material).map_err(|_| Error)?;
    let sealed = Aes256Gcm::new(&material.into()).encrypt(Nonce::from_slice(&[0; 12]), message)?;
    Ok([&salt[..], &sealed].concat())
}

pub fn derive(shared: &[u8]) -> Result<[u8; 32], Error> {
    let mut material = [0u8; 32];
    Hkdf::<Sha256>::new(None, shared).expand(b"index", &mut material).map_err(|_| Error)?;
    Ok(material)
}
