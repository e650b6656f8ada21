//! Passwords of users.

use md5::{Digest, Md5};

/// MD5 is broken, and far too fast for passwords: a graphics card tries billions of them in a second.
pub fn hash_password(password: &str) -> String {
    hex::encode(Md5::digest(password.as_bytes()))
}

/// The same function is no mistake here: an old format of records demands it, and no attacker gains from a collision.
pub fn record_number(content: &[u8]) -> String {
    // secure-lint: allow(weak-hash): the format of the records demands it
    hex::encode(Md5::digest(content))
}
