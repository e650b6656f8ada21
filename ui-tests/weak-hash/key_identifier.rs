//@ dep: sha1 = "0.10"
//! Certificates name a key by its SHA-1; what is signed is another thing.

use sha1::{Digest, Sha1};

pub fn subject_key_identifier(public_key: &[u8]) -> Vec<u8> {
    Sha1::digest(public_key).to_vec()
}

pub fn to_be_signed(certificate: &[u8]) -> Vec<u8> {
    Sha1::digest(certificate).to_vec() //~ weak-hash
}
