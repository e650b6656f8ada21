//@ dep: hex-literal = "0.4"
//@ dep: ring = "0.17"
//! Values that macros make, and calls inside of macros.

use hex_literal::hex;
use ring::hmac;

pub fn keys() -> Vec<hmac::Key> {
    vec![
        hmac::Key::new(hmac::HMAC_SHA256, &hex!("8f3ac1d0 e5b76294")), //~ hardcoded-key
        hmac::Key::new(hmac::HMAC_SHA256, &vec![7; 32]), //~ hardcoded-key
        hmac::Key::new(hmac::HMAC_SHA256, concat!("open", " ", "sesame").as_bytes()), //~ hardcoded-key
    ]
}
