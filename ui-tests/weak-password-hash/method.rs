//@ dep: blake3 = "1"
//@ dep: sha2 = "0.10"
//! In a method, on a variable.

use sha2::{Digest, Sha512};

pub struct Account {
    pub stored: Vec<u8>,
}

impl Account {
    pub fn set_password(&mut self, new: &str) {
        self.stored = Sha512::digest(new).to_vec(); //~ weak-password-hash
    }
}

pub fn stored(password: &[u8]) -> [u8; 32] {
    *blake3::hash(password).as_bytes() //~ weak-password-hash
}
