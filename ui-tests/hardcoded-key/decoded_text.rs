//@ dep: base64 = "0.22"
//@ dep: hex = "0.4"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Decoding a literal does not make it less constant.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use sha2::Sha256;

pub fn from_hex() -> Hmac<Sha256> {
    let material = hex::decode("8f3ac1d0e5b76294").expect("it is hexadecimal");
    Hmac::<Sha256>::new_from_slice(&material).expect("any length") //~ hardcoded-key
}

pub fn from_base64() -> Hmac<Sha256> {
    let material = STANDARD.decode("b3BlbiBzZXNhbWU=").unwrap_or_default();
    Hmac::<Sha256>::new_from_slice(&material).expect("any length") //~ hardcoded-key
}
