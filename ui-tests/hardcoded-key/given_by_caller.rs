//@ dep: aes-gcm = "0.10"
//! The function is right; the call that gives it a constant is not.

use aes_gcm::{Aes256Gcm, Key, KeyInit};

fn cipher(material: &[u8; 32]) -> Aes256Gcm {
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(material))
}

pub fn open() -> Aes256Gcm {
    cipher(b"this is known to all who read it") //~ hardcoded-key
}

pub fn open_well(material: &[u8; 32]) -> Aes256Gcm {
    cipher(material)
}
