//@ dep: ring = "0.17"
//! A call on a known type means the impl of that type.

use ring::hmac;

pub trait Keys {
    fn signing(&self) -> Vec<u8>;
}

pub struct FromDisk;
pub struct BuiltIn;

impl Keys for FromDisk {
    fn signing(&self) -> Vec<u8> {
        std::fs::read("/run/keys/signing").unwrap_or_default()
    }
}

impl Keys for BuiltIn {
    fn signing(&self) -> Vec<u8> {
        b"9bf31c7ff062936a".to_vec()
    }
}

pub fn from_disk() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &FromDisk.signing())
}

pub fn built_in() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &BuiltIn.signing()) //~ hardcoded-key
}
