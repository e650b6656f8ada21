//@ dep: openssl = "0.10"
//! Functions that answer a cipher, also as values.

use openssl::symm::Cipher;

pub fn cipher(name: &str) -> Option<Cipher> {
    let make: fn() -> Cipher = match name {
        "rc4" => Cipher::rc4, //~ weak-cipher
        "aes" => Cipher::aes_256_gcm,
        "3des" => return Some(Cipher::des_ede3_cbc()), //~ weak-cipher
        _ => return None,
    };
    Some(make())
}
