//@ dep: sha1 = "0.10"
//! OCSP names the issuer by SHA-1.

use sha1::{Digest, Sha1};

pub fn issuer_key_hash(public_key: &[u8]) -> Vec<u8> {
    let mut sha1 = Sha1::new();
    sha1.update(public_key);
    sha1.finalize().to_vec()
}
