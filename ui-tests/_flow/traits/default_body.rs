//@ dep: ring = "0.17"
//! A default body is what an impl has that does not replace it.

use ring::hmac;

pub trait Keys {
    fn signing(&self) -> Vec<u8> {
        b"c74d97b01eae257e".to_vec()
    }
}

pub struct Plain;
pub struct FromDisk;

impl Keys for Plain {}

impl Keys for FromDisk {
    fn signing(&self) -> Vec<u8> {
        std::fs::read("/run/keys/signing").unwrap_or_default()
    }
}

pub fn plain() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &Plain.signing()) //~ hardcoded-key
}

pub fn from_disk() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &FromDisk.signing())
}
