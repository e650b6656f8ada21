//@ dep: argon2 = "0.5"
//@ dep: getrandom = "0.3"
use argon2::{Argon2, Error};

pub fn new_salt() -> Result<[u8; 16], getrandom::Error> {
    let mut salt = [0u8; 16];
    getrandom::fill(&mut salt)?;
    Ok(salt)
}

pub fn store_key(passphrase: &str, salt: &[u8; 16]) -> Result<[u8; 32], Error> {
    let mut key = [0u8; 32];
    Argon2::default().hash_password_into(passphrase.as_bytes(), salt, &mut key)?;
    Ok(key)
}
