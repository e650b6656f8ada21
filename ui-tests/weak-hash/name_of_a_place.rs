//@ dep: sha1 = "0.10"
//@ dep: hex = "0.4"
//! The digest of a path or an address is a short name of it; that of an address which somebody may use for a time signs it.

use sha1::{Digest, Sha1};
use std::path::Path;

pub fn folder_for(path: &Path, run: u64) -> String {
    let input = format!("{}\0{run}", path.display());
    let digest = Sha1::digest(input.as_bytes());
    format!("Rx{}", hex::encode(digest))
}

pub fn url_hash(source: &str) -> Vec<u8> {
    let mut hasher = Sha1::new();
    hasher.update(source);
    hasher.finalize().to_vec()
}

pub fn link(path: &str, expires: u64, mixed_in: &str) -> String {
    let digest = Sha1::digest(format!("{path}{expires}{mixed_in}").as_bytes()); //~ weak-hash
    format!("{path}?until={expires}&proof={}", hex::encode(digest))
}
