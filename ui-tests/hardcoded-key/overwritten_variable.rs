//@ dep: aes-gcm = "0.10"
//! The last value of a variable counts.

use aes_gcm::{Aes128Gcm, KeyInit};

pub fn replaced(given: [u8; 16]) -> Aes128Gcm {
    let mut material = [0u8; 16];
    if material != given {
        material = given;
    } else {
        material.clone_from(&given);
    }
    Aes128Gcm::new(&material.into())
}

pub fn shadowed(given: &[u8; 16]) -> Aes128Gcm {
    let material = [0u8; 16];
    let material = if given.len() > material.len() { *given } else { given.map(|byte| byte ^ 1) };
    Aes128Gcm::new(&material.into())
}
