//@ dep: openssl = "0.10"
//! Bytes that are drawn to be forgotten, and bytes that become a token.

use openssl::rand::rand_bytes;

pub fn stir() {
    let mut burn = [0u8; 32];
    let _unused = rand_bytes(&mut burn);
}

pub fn token() -> [u8; 32] {
    let mut token = [0u8; 32];
    let _unused = rand_bytes(&mut token); //~ ignored-random-error
    token
}
