//@ dep: ring = "0.17"
//! An obfuscated constant: every byte is changed in the same way.

use ring::hmac::{HMAC_SHA256, Key};

const HIDDEN: &[u8] = &[0x39, 0x35, 0x28, 0x28, 0x3f, 0x39, 0x2e, 0x7a, 0x32, 0x35, 0x28, 0x29, 0x3f];

pub fn constant() -> Key {
    let material: Vec<u8> = HIDDEN.iter().map(|byte| byte ^ 0x5a).collect();
    Key::new(HMAC_SHA256, &material) //~ hardcoded-key
}

pub fn given(hidden: &[u8]) -> Key {
    let material: Vec<u8> = hidden.iter().map(|byte| byte ^ 0x5a).collect();
    Key::new(HMAC_SHA256, &material)
}
