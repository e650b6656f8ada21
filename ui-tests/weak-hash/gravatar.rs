//@ dep: md-5 = "0.10"
//! The address of a picture.

use md5::{Digest, Md5};

pub fn picture(mail: &str) -> String {
    format!("https://www.gravatar.com/avatar/{:x}", Md5::digest(mail.trim().to_lowercase()))
}
