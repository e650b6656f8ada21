//@ dep: sha1 = "0.10"
//@ dep: hex = "0.4"
//! The service that knows leaked passwords is asked by a part of their digest.

use sha1::{Digest, Sha1};

pub fn breached_prefix(password: &str) -> String {
    hex::encode_upper(Sha1::digest(password))[..5].to_owned()
}
