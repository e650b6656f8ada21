//@ dep: aes = "0.8"
//@ dep: ctr = "0.9"
//! Of a pair one part is constant, the other given.

use aes::Aes128;
use aes::cipher::KeyIvInit;
use ctr::Ctr64BE;

struct Parameters {
    key: [u8; 16],
    iv: [u8; 16],
}

pub fn pair(given: [u8; 16]) -> Ctr64BE<Aes128> {
    let (key, iv) = (*b"fedcba9876543210", given);
    Ctr64BE::<Aes128>::new(&key.into(), &iv.into()) //~ hardcoded-key
}

pub fn fields(given: [u8; 16]) -> Ctr64BE<Aes128> {
    let Parameters { key, iv } = Parameters { key: given, iv: *b"fedcba9876543210" };
    Ctr64BE::<Aes128>::new(&key.into(), &iv.into()) //~ hardcoded-nonce
}

pub fn both_given(key: [u8; 16], iv: [u8; 16]) -> Ctr64BE<Aes128> {
    let Parameters { key, iv: start } = Parameters { key, iv };
    Ctr64BE::<Aes128>::new(&key.into(), &start.into())
}
