//@ dep: openssl = "0.10"
//! Functions that answer a cipher, also as values.

use openssl::symm::Cipher;

pub fn cipher(kind: u8) -> Option<Cipher> {
    let make: fn() -> Cipher = match kind {
        1 => Cipher::rc4, //~ weak-cipher
        2 => Cipher::aes_256_gcm,
        3 => return Some(Cipher::des_ede3_cbc()), //~ weak-cipher
        _ => return None,
    };
    Some(make())
}
