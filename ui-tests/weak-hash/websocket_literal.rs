//@ dep: sha1 = "0.10"
//! The same, with the literal inside the function.

use sha1::{Digest, Sha1};

pub fn derive(key: &str) -> Vec<u8> {
    Sha1::digest(format!("{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11")).to_vec()
}
