//@ dep: sha1 = "0.10"
//! Who can choose the content only spoils their own cache.

use sha1::{Digest, Sha1};

pub fn cache_key(query: &str) -> String {
    format!("{:x}", Sha1::digest(query))
}
