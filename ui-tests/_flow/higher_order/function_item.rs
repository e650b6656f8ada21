//@ dep: ring = "0.17"
//! A function is passed by its name.

use ring::hmac;

fn built_in() -> Vec<u8> {
    b"1ff1de774005f8da".to_vec()
}

fn loaded() -> Vec<u8> {
    std::fs::read("/run/keys/signing").unwrap_or_default()
}

fn signer(make: fn() -> Vec<u8>) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &make())
}

pub fn fixed() -> hmac::Key {
    signer(built_in) //~ hardcoded-key
}

pub fn from_disk() -> hmac::Key {
    signer(loaded)
}
