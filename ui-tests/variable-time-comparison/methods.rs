//@ dep: ring = "0.17"
//! The methods behind the operators.

use ring::hmac::{self, Key};

pub fn is_genuine(key: &Key, message: &[u8], tag: &[u8]) -> bool {
    hmac::sign(key, message).as_ref().eq(tag) //~ variable-time-comparison
}

pub fn is_forged(key: &Key, message: &[u8], tag: &[u8]) -> bool {
    hmac::sign(key, message).as_ref().ne(tag) //~ variable-time-comparison
}
