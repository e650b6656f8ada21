//@ dep: md4 = "0.10"
//@ dep: sha2 = "0.10"
//! The directory keeps the hash that Windows made; only MD4 fits it.

use md4::{Digest, Md4};
use sha2::Sha512;

pub enum Stored {
    Sha512(Vec<u8>),
    NT_MD4(Vec<u8>),
}

pub fn fits(stored: &Stored, cleartext: &str) -> bool {
    match stored {
        Stored::Sha512(key) => Sha512::digest(cleartext).as_slice() == key,
        Stored::NT_MD4(key) => {
            let wide: Vec<u8> = cleartext.encode_utf16().flat_map(|c| c.to_le_bytes()).collect();
            let mut hasher = Md4::new();
            hasher.update(&wide);
            hasher.finalize().as_slice() == key
        }
    }
}
