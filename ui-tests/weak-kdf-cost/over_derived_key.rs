//@ dep: pbkdf2 = "0.12"
//@ dep: argon2 = "0.5"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A password manager sends one more round over the key that a slow function made; without that one it is far too few.

use argon2::Argon2;
use hmac::Hmac;
use sha2::Sha256;

pub fn for_server(password: &[u8], salt: &[u8]) -> Result<[u8; 32], argon2::Error> {
    let mut key = [0u8; 32];
    Argon2::default().hash_password_into(password, salt, &mut key)?;
    let mut hash = [0u8; 32];
    let _ = pbkdf2::pbkdf2::<Hmac<Sha256>>(&key, password, 1, &mut hash);
    Ok(hash)
}

pub fn by_setting(password: &[u8], salt: &[u8], rounds: Option<u32>) -> Result<[u8; 32], argon2::Error> {
    let mut key = [0u8; 32];
    match rounds {
        Some(rounds) => _ = pbkdf2::pbkdf2::<Hmac<Sha256>>(password, salt, rounds, &mut key),
        None => Argon2::default().hash_password_into(password, salt, &mut key)?,
    }
    let mut hash = [0u8; 32];
    let _ = pbkdf2::pbkdf2::<Hmac<Sha256>>(&key, password, 1, &mut hash);
    Ok(hash)
}

pub fn alone(password: &[u8], salt: &[u8]) -> [u8; 32] {
    let mut hash = [0u8; 32];
    let _ = pbkdf2::pbkdf2::<Hmac<Sha256>>(password, salt, 1, &mut hash); //~ weak-kdf-cost
    hash
}
