//@ dep: sha2 = "0.10"
//! A client may send a token where a password is asked for; the function that hashes it says what it takes.

use sha2::{Digest, Sha256};

pub struct Tokens {
    known: Vec<Vec<u8>>,
}

impl Tokens {
    fn digest(&self, token: &str) -> Vec<u8> {
        Sha256::digest(token.as_bytes()).to_vec()
    }

    fn validate(&self, token: &str) -> bool {
        let digest = self.digest(token);
        self.known.iter().any(|known| subtle_eq(known, &digest))
    }

    pub fn sign_in(&self, _user: &str, password: &str) -> bool {
        self.validate(password)
    }
}

fn subtle_eq(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |sum, (x, y)| sum | (x ^ y)) == 0
}
