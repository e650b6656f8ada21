//@ dep: ring = "0.17"
//! Encrypts a file in place.

use ring::aead::{Aad, LessSafeKey, Nonce};
use ring::error::Unspecified;

/// "Assume unique" is a promise that a constant breaks with the second file.
pub fn seal(key: &LessSafeKey, file: &mut Vec<u8>) -> Result<(), Unspecified> {
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key([0; 12]), Aad::empty(), file) //~ hardcoded-nonce
}
