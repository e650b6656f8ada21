//@ dep: argon2 = { version = "0.5", features = ["std"] }
//! The salt of a PHC string, by text and by chance.
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{Error, SaltString};
use argon2::{Argon2, PasswordHasher};

pub fn fixed_salt(password: &str) -> Result<String, Error> {
    let salt = SaltString::from_b64("c29tZXNhbHRzb21lc2FsdA")?;
    Ok(Argon2::default().hash_password(password.as_bytes(), &salt)?.to_string()) //~ hardcoded-salt
}

pub fn random_salt(password: &str) -> Result<String, Error> {
    let salt = SaltString::generate(&mut OsRng);
    Ok(Argon2::default().hash_password(password.as_bytes(), &salt)?.to_string())
}

pub fn stored_salt(password: &str, stored: &str) -> Result<String, Error> {
    let salt = SaltString::from_b64(stored)?;
    Ok(Argon2::default().hash_password(password.as_bytes(), &salt)?.to_string())
}
