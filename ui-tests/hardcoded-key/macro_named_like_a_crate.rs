//@ dep: aes-gcm = "0.10"
//@ dep: hex = "0.4"
//@ dep: hex-literal = "0.4"

use aes_gcm::{Aes256Gcm, KeyInit};
use hex_literal::hex;

// `hex` is a macro here and a crate there.
pub fn decoded() -> Aes256Gcm {
    let raw = hex::decode("7a3f91c2d4e5b60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f").unwrap();
    Aes256Gcm::new_from_slice(&raw).unwrap() //~ hardcoded-key
}

pub fn literal() -> Aes256Gcm {
    Aes256Gcm::new(&hex!("7a3f91c2d4e5b60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f").into()) //~ hardcoded-key
}

pub fn of_file(text: &str) -> Option<Aes256Gcm> {
    Aes256Gcm::new_from_slice(&hex::decode(text).ok()?).ok()
}
