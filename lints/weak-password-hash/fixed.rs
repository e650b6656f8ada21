//@ dep: argon2 = "0.5"
//! Stores the passwords of accounts.

use argon2::Argon2;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{Error, PasswordHasher, SaltString};

/// Argon2id with the parameters of the library; the answer contains the salt and the parameters.
pub fn hash_password(password: &str) -> Result<String, Error> {
    let salt = SaltString::generate(&mut OsRng);
    Ok(Argon2::default().hash_password(password.as_bytes(), &salt)?.to_string())
}
