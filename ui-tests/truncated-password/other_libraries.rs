//@ dep: argon2 = { version = "0.5", features = ["std"] }

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{Error, PasswordHasher, SaltString};
use argon2::Argon2;

pub fn hash(password: &[u8]) -> Result<String, Error> {
    let salt = SaltString::generate(&mut OsRng);
    Ok(Argon2::default().hash_password(password, &salt)?.to_string())
}

pub fn create(password: &str) -> Result<String, Error> {
    hash(password.as_bytes())
}
