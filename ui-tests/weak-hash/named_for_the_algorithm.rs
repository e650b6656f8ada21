//@ dep: hex = "0.4"
//@ dep: md-5 = "0.10"
//! What it is for, its callers know.

use md5::{Digest, Md5};

pub fn md5_hex(input: impl AsRef<[u8]>) -> String {
    let mut hasher = Md5::new();
    hasher.update(input.as_ref());
    hex::encode(hasher.finalize())
}
