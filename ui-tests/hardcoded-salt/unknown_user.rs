//@ dep: argon2 = { version = "0.5", features = ["std"] }
//! A hash for users that do not exist: nobody's password is in it, and the salt hides nothing.
use argon2::password_hash::{PasswordHash, PasswordVerifier, SaltString};
use argon2::{Argon2, PasswordHasher};

pub fn sign_in(stored: Option<&str>, password: &str) -> bool {
    let salt = SaltString::from_b64("dW5rbm93bi11c2VyLXNhbHQ").expect("it is base64");
    let nobody = Argon2::default().hash_password(b"nobody", &salt).expect("it can be hashed").to_string();
    let Ok(parsed) = PasswordHash::new(stored.unwrap_or(&nobody)) else { return false };
    Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok()
}
