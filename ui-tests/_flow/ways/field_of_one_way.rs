//@ dep: aes = "0.8"
//@ dep: cbc = "0.1"
//! A field is replaced on one way, and on every way.

use aes::Aes128;
use aes::cipher::KeyIvInit;
use cbc::Encryptor;

struct Parameters {
    key: [u8; 16],
    iv: [u8; 16],
}

pub fn one_way(given: Option<[u8; 16]>, iv: [u8; 16]) -> Encryptor<Aes128> {
    let mut parameters = Parameters { key: *b"fedcba9876543210", iv };
    match given {
        Some(key) => parameters.key = key,
        None => eprintln!("no key is given"),
    }
    Encryptor::<Aes128>::new(&parameters.key.into(), &parameters.iv.into()) //~ hardcoded-key
}

pub fn every_way(given: Option<[u8; 16]>, other: [u8; 16], iv: [u8; 16]) -> Encryptor<Aes128> {
    let mut parameters = Parameters { key: *b"fedcba9876543210", iv };
    match given {
        Some(key) => parameters.key = key,
        None => parameters.key = other,
    }
    Encryptor::<Aes128>::new(&parameters.key.into(), &parameters.iv.into())
}
