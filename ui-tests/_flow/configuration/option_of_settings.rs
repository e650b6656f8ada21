//@ dep: aes-gcm = "0.10"
//! A field that may be missing, in settings that somebody else has read.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};

pub struct Settings {
    pub material: Option<[u8; 32]>,
}

pub fn open(settings: &Settings) -> Aes256Gcm {
    let material = settings.material.unwrap_or(*b"0123456789abcdef0123456789abcdef");
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material)) //~ hardcoded-key
}

pub fn closed(settings: &Settings) -> Option<Aes256Gcm> {
    let material = settings.material?;
    Some(Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material)))
}
