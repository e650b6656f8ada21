//@ dep: argon2 = "0.5"
//@ dep: chacha20poly1305 = "0.10"
//! A key derived with Argon2 from what somebody types, from a constant, and a buffer that was forgotten.

use argon2::Argon2;
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit};

pub fn constant(salt: &[u8]) -> argon2::Result<ChaCha20Poly1305> {
    let mut material = [0u8; 32];
    Argon2::default().hash_password_into(b"Quai-7-Rotterdam", salt, &mut material)?; //~ hardcoded-secret
    Ok(ChaCha20Poly1305::new(Key::from_slice(&material)))
}

pub fn given(typed: &[u8], salt: &[u8]) -> argon2::Result<ChaCha20Poly1305> {
    let mut material = [0u8; 32];
    Argon2::default().hash_password_into(typed, salt, &mut material)?;
    Ok(ChaCha20Poly1305::new(Key::from_slice(&material)))
}

pub fn forgotten(typed: &[u8], salt: &[u8]) -> argon2::Result<ChaCha20Poly1305> {
    let mut material = [0u8; 32];
    let buffer = [0u8; 32];
    Argon2::default().hash_password_into(typed, salt, &mut material)?;
    Ok(ChaCha20Poly1305::new(Key::from_slice(&buffer))) //~ hardcoded-key
}
