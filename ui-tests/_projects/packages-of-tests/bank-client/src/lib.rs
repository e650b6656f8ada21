//! Others use the client; here only the tests of the program do.

use sha1::{Digest, Sha1};

pub fn receipt_seal(receipt: &[u8]) -> Vec<u8> {
    Sha1::digest(receipt).to_vec() //~ weak-hash
}
