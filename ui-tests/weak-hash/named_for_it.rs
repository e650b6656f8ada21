//@ dep: md-5 = "0.10"
//! A function that is named for the algorithm is chosen by its callers, unless it takes a password.

use md5::{Digest, Md5};

pub fn md5_of_password(pwd: &str, salt: &str) -> String {
    let mut hasher = Md5::new(); //~ weak-hash
    hasher.update(salt);
    hasher.update(pwd);
    format!("{:x}", hasher.finalize())
}

pub fn md5_of(text: &str) -> String {
    let mut hasher = Md5::new();
    hasher.update(text);
    format!("{:x}", hasher.finalize())
}
