//@ dep: x25519-dalek = { version = "2", features = ["static_secrets"] }
//! `map` of an array.

use x25519_dalek::StaticSecret;

const HIDDEN: [u8; 32] = *b"fedcba9876543210fedcba9876543210";

pub fn constant() -> StaticSecret {
    let material = HIDDEN.map(|byte| byte.rotate_left(3));
    StaticSecret::from(material) //~ hardcoded-key
}

pub fn given(hidden: [u8; 32]) -> StaticSecret {
    let material = hidden.map(|byte| byte.rotate_left(3));
    StaticSecret::from(material)
}
