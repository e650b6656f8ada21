//@ dep: sha2 = "0.10"
//! A module and a type of the project that are called like the weak ones.

mod md5 {
    use sha2::{Digest, Sha256};

    pub struct Md5;

    impl Md5 {
        pub fn digest(data: &[u8]) -> Vec<u8> {
            Sha256::digest(data).to_vec()
        }
    }
}

use md5::Md5;

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    Md5::digest(plugin)
}
