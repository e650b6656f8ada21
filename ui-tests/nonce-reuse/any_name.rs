//@ dep: sodiumoxide = "0.2"
//! A function that gives a ciphertext encrypts, whatever it is called.

use sodiumoxide::crypto::secretbox::{self, Key, Nonce};

pub struct Shelf {
    key: Key,
    nonce: Nonce,
}

impl Shelf {
    pub fn put(&self, book: &[u8]) -> Vec<u8> {
        secretbox::seal(book, &self.nonce, &self.key) //~ nonce-reuse
    }

    pub fn take(&self, book: &[u8]) -> Result<Vec<u8>, ()> {
        secretbox::open(book, &self.nonce, &self.key)
    }
}
