//@ dep: md-5 = "0.10"
//! Functions that a language offers under the names of the algorithms, in a module for cryptography.

pub mod crypto {
    use md5::{Digest, Md5};

    pub fn md5(text: &str) -> String {
        format!("{:x}", Md5::digest(text))
    }

    pub fn seal(text: &str) -> String {
        format!("{:x}", Md5::digest(text)) //~ weak-hash
    }
}
