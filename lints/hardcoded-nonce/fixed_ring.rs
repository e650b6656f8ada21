//@ dep: ring = "0.17"
//! Encrypts a file in place.

use ring::aead::{Aad, LessSafeKey, NONCE_LEN, Nonce};
use ring::error::Unspecified;
use ring::rand::{SecureRandom, SystemRandom};

/// Answers the nonce, which belongs in front of the file.
pub fn seal(key: &LessSafeKey, file: &mut Vec<u8>) -> Result<[u8; NONCE_LEN], Unspecified> {
    let mut nonce = [0; NONCE_LEN];
    SystemRandom::new().fill(&mut nonce)?;
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), file)?;
    Ok(nonce)
}
