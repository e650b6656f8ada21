//@ dep: digest = { version = "0.10", features = ["alloc"] }
//@ dep: sha1 = "0.10"
//@ dep: sha2 = "0.10"
//@ profile: audit
//! Data chooses, and what is hashed is not known here: a doubt for reviewers, at the arm that makes the weak hasher.

use digest::DynDigest;

pub fn hasher(name: &str) -> Option<Box<dyn DynDigest>> {
    match name {
        "sha1" => Some(Box::new(sha1::Sha1::default())), //~ weak-hash
        "sha256" => Some(Box::new(sha2::Sha256::default())),
        _ => None,
    }
}
