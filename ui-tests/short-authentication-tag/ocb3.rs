//@ dep: aes = "0.8"
//@ dep: ocb3 = "0.1"
//! The nonce may have eight bytes, the tag not.

use aes::Aes128;
use ocb3::Ocb3;
use ocb3::aead::KeyInit;
use ocb3::aead::consts::{U8, U12, U16};

type Fine = Ocb3<Aes128, U8, U16>;
type Short = Ocb3<Aes128, U12, U8>; //~ short-authentication-tag

pub fn ciphers(key: &[u8]) -> Option<(Fine, Short)> {
    Some((Fine::new_from_slice(key).ok()?, Short::new_from_slice(key).ok()?))
}
