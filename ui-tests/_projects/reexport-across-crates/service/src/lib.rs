//! Has no dependency on a library of cryptography.

use base::crypto::symm::Cipher;
use base::crypto::{Digest, Fingerprint};

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    Fingerprint::digest(plugin).to_vec() //~ weak-hash
}

pub fn ciphers() -> [Cipher; 2] {
    [base::cipher(), Cipher::des_cbc()] //~ weak-cipher
}
