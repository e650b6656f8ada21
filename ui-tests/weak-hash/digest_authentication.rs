//@ dep: md-5 = "0.10"
//! HTTP digest authentication is built on MD5.

use md5::{Digest, Md5};

pub fn response(name: &str, realm: &str, password: &str, method: &str, uri: &str, nonce: &str) -> String {
    let ha1 = format!("{:x}", Md5::digest(format!("{name}:{realm}:{password}")));
    let ha2 = format!("{:x}", Md5::digest(format!("{method}:{uri}")));
    let cnonce = "";
    format!("{:x}", Md5::digest(format!("{ha1}:{nonce}:{cnonce}:{ha2}")))
}

/// The quality of protection says which text is digested.
pub fn response_of(qop: &[u8], pass: &str, body: &[u8]) -> String {
    let mut hasher = Md5::new();
    hasher.update(pass);
    if qop == b"auth-int" {
        hasher.update(body);
    }
    format!("{:x}", hasher.finalize())
}
