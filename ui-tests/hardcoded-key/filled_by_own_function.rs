//@ dep: aes-gcm = "0.10"
//@ dep: rand = "0.8"
//! A function of the project fills the buffer.

use aes_gcm::{Aes256Gcm, Key, KeyInit};
use rand::RngCore;

fn randomise(buffer: &mut [u8]) {
    rand::rngs::OsRng.fill_bytes(buffer);
}

pub fn cipher() -> Aes256Gcm {
    let mut material = [0; 32];
    randomise(&mut material);
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material))
}
