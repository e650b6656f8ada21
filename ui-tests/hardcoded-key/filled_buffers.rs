//@ dep: aes-gcm = "0.10"
//@ dep: getrandom = "0.2"
//@ dep: hkdf = "0.12"
//@ dep: rand = "0.8"
//@ dep: sha2 = "0.10"
//! A buffer of zeros is where a key is put.

use std::fs::File;
use std::io::Read;

use aes_gcm::{Aes256Gcm, Key, KeyInit};
use rand::RngCore;

fn cipher(material: &[u8; 32]) -> Aes256Gcm {
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(material))
}

pub fn random() -> Aes256Gcm {
    let mut material = [0u8; 32];
    rand::thread_rng().fill_bytes(&mut material);
    cipher(&material)
}

pub fn from_system() -> Result<Aes256Gcm, getrandom::Error> {
    let mut material = [0u8; 32];
    getrandom::getrandom(&mut material)?;
    Ok(cipher(&material))
}

pub fn derived(shared: &[u8]) -> Result<Aes256Gcm, hkdf::InvalidLength> {
    let mut material = [0u8; 32];
    hkdf::Hkdf::<sha2::Sha256>::new(None, shared).expand(b"storage", &mut material)?;
    Ok(cipher(&material))
}

pub fn from_file(mut file: File) -> std::io::Result<Aes256Gcm> {
    let mut material = [0u8; 32];
    file.read_exact(&mut material[..])?;
    Ok(cipher(&material))
}

pub fn copied(given: &[u8]) -> Aes256Gcm {
    let mut material = [0u8; 32];
    material.copy_from_slice(&given[..32]);
    cipher(&material)
}

pub fn by_hand(given: &[u8]) -> Aes256Gcm {
    let mut material = [0u8; 32];
    for (to, from) in material.iter_mut().zip(given) {
        *to = *from;
    }
    cipher(&material)
}
