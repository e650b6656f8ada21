//@ dep: argon2 = { version = "0.5", features = ["std"] }
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{Error, PasswordHasher, SaltString};
use argon2::Argon2;

pub fn hash_password(input: &str) -> Result<String, Error> {
    let salt = SaltString::generate(&mut OsRng);
    Ok(Argon2::default().hash_password(input.as_bytes(), &salt)?.to_string())
}
