//@ dep: argon2 = "0.5"
//@ dep: bcrypt = "0.15"
//@ dep: pbkdf2 = "0.12"
//@ dep: sha2 = "0.10"
//! Functions that are made for passwords, also with a fast hash inside.

use argon2::Argon2;
use sha2::Sha256;

pub fn hash_password(password: &str, salt: &[u8; 16]) -> Option<[u8; 32]> {
    let mut out = [0; 32];
    Argon2::default().hash_password_into(password.as_bytes(), salt, &mut out).ok()?;
    Some(out)
}

pub fn bcrypt_password(password: &str) -> bcrypt::BcryptResult<String> {
    bcrypt::hash(password, 12)
}

pub fn pbkdf2_password(password: &str, salt: &[u8; 16]) -> [u8; 32] {
    let mut out = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(password.as_bytes(), salt, 600_000, &mut out);
    out
}
