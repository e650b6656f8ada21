//@ dep: ring = "0.17"
//! Accepts a message if its tag is right.

use ring::hmac;

/// The library compares.
pub fn is_genuine(key: &hmac::Key, message: &[u8], tag: &[u8]) -> bool {
    hmac::verify(key, message, tag).is_ok()
}
