//@ dep: blowfish = "0.9"
//! Blocks of 64 bits.

use blowfish::Blowfish;
use blowfish::cipher::{InvalidLength, KeyInit};

pub fn cipher(key: &[u8]) -> Result<Blowfish, InvalidLength> {
    Blowfish::new_from_slice(key) //~ weak-cipher
}
