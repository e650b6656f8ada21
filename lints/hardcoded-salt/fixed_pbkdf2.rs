//@ dep: ring = "0.17"
use std::num::NonZeroU32;

use ring::error::Unspecified;
use ring::pbkdf2;
use ring::rand::{SecureRandom, SystemRandom};

pub fn backup_key(passphrase: &str) -> Result<([u8; 16], [u8; 32]), Unspecified> {
    let mut salt = [0u8; 16];
    SystemRandom::new().fill(&mut salt)?;
    let rounds = NonZeroU32::new(600_000).expect("not zero");
    let mut key = [0u8; 32];
    pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, rounds, &salt, passphrase.as_bytes(), &mut key);
    Ok((salt, key))
}
