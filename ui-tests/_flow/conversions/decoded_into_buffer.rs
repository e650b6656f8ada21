//@ dep: aes-gcm = "0.10"
//@ dep: hex = "0.4"
//! Decoding into a buffer replaces what was there by what is decoded.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes128Gcm, Key};

pub fn constant() -> Result<Aes128Gcm, hex::FromHexError> {
    let mut material = [0u8; 16];
    hex::decode_to_slice("00112233445566778899aabbccddeeff", &mut material)?;
    Ok(Aes128Gcm::new(Key::<Aes128Gcm>::from_slice(&material))) //~ hardcoded-key
}

pub fn given(written: &str) -> Result<Aes128Gcm, hex::FromHexError> {
    let mut material = [0u8; 16];
    hex::decode_to_slice(written, &mut material)?;
    Ok(Aes128Gcm::new(Key::<Aes128Gcm>::from_slice(&material)))
}
