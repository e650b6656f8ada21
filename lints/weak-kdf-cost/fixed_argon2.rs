//@ dep: argon2 = "0.5"
use argon2::{Algorithm, Argon2, Error, Params, Version};

pub fn disk_key(passphrase: &str, salt: &[u8; 16]) -> Result<[u8; 32], Error> {
    let params = Params::new(47_104, 1, 1, None)?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut key = [0u8; 32];
    argon.hash_password_into(passphrase.as_bytes(), salt, &mut key)?;
    Ok(key)
}
