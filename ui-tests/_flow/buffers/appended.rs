//@ dep: blake2 = "0.10"
//! A vector that only constants are appended to, and one that takes something else too.

use blake2::Blake2bMac512;
use blake2::digest::Mac;

pub fn constant() -> Blake2bMac512 {
    let mut material = Vec::with_capacity(32);
    material.extend_from_slice(b"correct horse ");
    material.extend_from_slice(b"battery staple");
    Blake2bMac512::new_from_slice(&material).expect("short enough") //~ hardcoded-key
}

pub fn pushed() -> Blake2bMac512 {
    let mut material = String::new();
    material.push_str("correct horse ");
    material.push_str("battery staple");
    Blake2bMac512::new_from_slice(material.as_bytes()).expect("short enough") //~ hardcoded-key
}

pub fn given(words: &[u8]) -> Blake2bMac512 {
    let mut material = Vec::with_capacity(32);
    material.extend_from_slice(b"correct horse ");
    material.extend_from_slice(words);
    Blake2bMac512::new_from_slice(&material).expect("short enough")
}
