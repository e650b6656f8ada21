//@ dep: md-5 = "0.10"
//! A tag that tells a cache whether something changed.

use md5::{Digest, Md5};

pub fn etag(body: &[u8]) -> String {
    format!("\"{:x}\"", Md5::digest(body))
}

pub fn headers(body: &[u8]) -> Vec<(&'static str, String)> {
    vec![("ETag", format!("{:x}", Md5::digest(body)))]
}
