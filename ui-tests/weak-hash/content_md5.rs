//@ dep: base64 = "0.22"
//@ dep: md-5 = "0.10"
//! Object stores ask for the MD5 of an upload to notice broken ones.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use md5::{Digest, Md5};

pub fn put_headers(body: &[u8]) -> [(&'static str, String); 1] {
    [("Content-MD5", STANDARD.encode(Md5::digest(body)))]
}
