//@ dep: hex = "0.4"
//@ dep: md-5 = "0.10"
//! The purpose is in a name that the digest reaches some bindings later.

use md5::{Digest, Md5};

pub fn of_parts(parts: &[Vec<u8>]) -> String {
    let mut hasher = Md5::new();
    for part in parts {
        hasher.update(part);
    }
    let digest = hasher.finalize();
    let etag_text = hex::encode(digest);
    format!("{etag_text}-{}", parts.len())
}
