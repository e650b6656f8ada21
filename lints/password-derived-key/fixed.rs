//@ dep: aes-gcm = "0.10"
//@ dep: argon2 = "0.5"
use aes_gcm::{Aes256Gcm, Key, KeyInit};
use argon2::Argon2;

pub fn open_vault(passphrase: &str, salt: &[u8; 16]) -> Result<Aes256Gcm, argon2::Error> {
    let mut key = Key::<Aes256Gcm>::default();
    Argon2::default().hash_password_into(passphrase.as_bytes(), salt, &mut key)?;
    Ok(Aes256Gcm::new(&key))
}
