//@ dep: argon2 = "0.5"
use argon2::{Argon2, Error};

const SALT: &[u8] = b"vault-store-v1.0";

pub fn store_key(passphrase: &str) -> Result<[u8; 32], Error> {
    let mut key = [0u8; 32];
    Argon2::default().hash_password_into(passphrase.as_bytes(), SALT, &mut key)?; //~ hardcoded-salt
    Ok(key)
}
