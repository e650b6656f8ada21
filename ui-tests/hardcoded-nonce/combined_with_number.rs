//@ dep: ring = "0.17"
//! A fixed part and the number of the record, as TLS does it.

use ring::aead::{Aad, LessSafeKey, Nonce};
use ring::error::Unspecified;

pub fn seal(key: &LessSafeKey, fixed: &[u8; 12], number: u64, record: &mut Vec<u8>) -> Result<(), Unspecified> {
    let mut nonce = [0u8; 12];
    nonce[4..].copy_from_slice(&number.to_be_bytes());
    for (byte, part) in nonce.iter_mut().zip(fixed) {
        *byte ^= part;
    }
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), record)
}
