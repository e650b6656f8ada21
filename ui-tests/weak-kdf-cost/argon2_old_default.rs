//@ dep: argon2 = { version = "=0.4.1", features = ["std"] }
//! The default of version 0.4 is 4 MiB; it matters where a password is hashed, not where one is verified.
use argon2::password_hash::{Error, PasswordHash, SaltString};
use argon2::{Argon2, PasswordHasher, PasswordVerifier};

pub struct Accounts;

impl Accounts {
    pub fn register(&self, password: &str, salt: &SaltString) -> Result<String, Error> {
        let hasher = Argon2::default(); //~ weak-kdf-cost
        Ok(hasher.hash_password(password.as_bytes(), salt)?.to_string())
    }

    pub fn sign_in(&self, password: &str, stored: &str) -> bool {
        let Ok(parsed) = PasswordHash::new(stored) else { return false };
        Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok()
    }
}
