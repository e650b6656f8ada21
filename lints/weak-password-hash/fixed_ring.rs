//@ dep: ring = "0.17"
//! Stores the passwords of accounts.

use std::num::NonZeroU32;

use ring::error::Unspecified;
use ring::pbkdf2;
use ring::rand::{SecureRandom, SystemRandom};

/// The number of rounds that OWASP asks for with HMAC-SHA-256.
const ROUNDS: NonZeroU32 = NonZeroU32::new(600_000).unwrap();

/// The salt, and what the password becomes with it.
pub fn hash_password(password: &str) -> Result<([u8; 16], [u8; 32]), Unspecified> {
    let (mut salt, mut out) = ([0u8; 16], [0u8; 32]);
    SystemRandom::new().fill(&mut salt)?;
    pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, ROUNDS, &salt, password.as_bytes(), &mut out);
    Ok((salt, out))
}
