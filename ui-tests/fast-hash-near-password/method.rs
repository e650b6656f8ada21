//@ dep: sha2 = "0.10"
//! In a method that says so; nothing is known of what is hashed.

use sha2::{Digest, Sha512};

pub struct Account {
    pub stored: Vec<u8>,
}

impl Account {
    pub fn set_password(&mut self, new: &str) {
        self.stored = Sha512::digest(new).to_vec(); //~ fast-hash-near-password
    }
}
