//@ dep: rand = "0.8"
//@ dep: aes = "0.8"
//@ dep: cbc = "0.1"
//! A buffer is filled by the generator of the thread, in several ways; only the declared one is left out.

use aes::Aes256;
use aes::cipher::KeyIvInit;
use cbc::Encryptor;
use rand::{Rng, RngCore, thread_rng};

pub fn declared_only(key: &[u8; 32]) -> Encryptor<Aes256> {
    let iv = [0u8; 16];
    Encryptor::<Aes256>::new(key.into(), &iv.into()) //~ hardcoded-nonce
}

pub fn filled(key: &[u8; 32]) -> Encryptor<Aes256> {
    let mut iv = [0u8; 16];
    thread_rng().fill(&mut iv);
    Encryptor::<Aes256>::new(key.into(), &iv.into())
}

pub fn tried(key: &[u8; 32]) -> Result<Encryptor<Aes256>, rand::Error> {
    let mut iv = [0u8; 16];
    thread_rng().try_fill_bytes(&mut iv[..])?;
    Ok(Encryptor::<Aes256>::new(key.into(), &iv.into()))
}

pub fn made(key: &[u8; 32]) -> Encryptor<Aes256> {
    let iv: [u8; 16] = thread_rng().gen();
    Encryptor::<Aes256>::new(key.into(), &iv.into())
}

pub fn one_by_one(key: &[u8; 32]) -> Encryptor<Aes256> {
    let mut iv = [0u8; 16];
    for byte in iv.iter_mut() {
        *byte = rand::random();
    }
    Encryptor::<Aes256>::new(key.into(), &iv.into())
}
