//@ dep: ring = "0.17"
//! Accepts a message if its tag is right.

use ring::hmac;

/// The tags are compared as plain bytes.
pub fn is_genuine(key: &hmac::Key, message: &[u8], tag: &[u8]) -> bool {
    hmac::sign(key, message).as_ref() == tag //~ variable-time-comparison
}
