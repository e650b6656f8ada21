//@ dep: md4 = "0.10"
//@ dep: sha1 = "0.10"
//! Sums of files are published with MD5 and SHA-1, and Gravatar asks for MD5: a name does not excuse another algorithm.

use md4::{Digest, Md4};
use sha1::Sha1;

pub fn file_checksum(content: &[u8]) -> Vec<u8> {
    Md4::digest(content).to_vec() //~ weak-hash
}

pub fn gravatar(mail: &str) -> Vec<u8> {
    Sha1::digest(mail).to_vec() //~ weak-hash
}

pub fn sha1_checksum(content: &[u8]) -> Vec<u8> {
    Sha1::digest(content).to_vec()
}
