//@ dep: blake2 = "0.10"
//! The module says so.
use blake2::{Blake2b512, Digest};

pub mod passphrase {
    use super::{Blake2b512, Digest};

    pub fn stored(text: &[u8]) -> Vec<u8> {
        let mut hasher = Blake2b512::new(); //~ fast-hash-near-password
        hasher.update(text);
        hasher.finalize().to_vec()
    }
}
