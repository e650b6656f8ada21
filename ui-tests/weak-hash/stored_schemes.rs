//@ dep: sha1 = "0.10"
//@ dep: sha2 = "0.10"
//@ dep: md5 = "0.7"
//! Passwords that others stored say themselves how they were hashed; new ones are hashed by who writes.

use sha1::{Digest, Sha1};
use sha2::Sha256;

pub fn verify_secret(stored: &str, secret: &[u8]) -> bool {
    let Some((scheme, hash)) = stored.strip_prefix('{').and_then(|rest| rest.split_once('}')) else {
        return false;
    };
    match scheme {
        "SHA" => constant_time(&Sha1::digest(secret), hash),
        "SSHA" => {
            let mut hasher = Sha1::new();
            hasher.update(secret);
            hasher.update(hash.as_bytes());
            constant_time(&hasher.finalize(), hash)
        }
        "SHA256" => constant_time(&Sha256::digest(secret), hash),
        "MD5" => constant_time(&*md5::compute(secret), hash),
        _ => false,
    }
}

pub fn store_secret(scheme: &str, secret: &[u8]) -> Vec<u8> {
    match scheme {
        "SHA" => Sha1::digest(secret).to_vec(), //~ weak-hash
        _ => Sha256::digest(secret).to_vec(),
    }
}

pub fn verify_password(stored: &[u8], password: &[u8]) -> bool {
    constant_time(stored, &hex(&Sha1::digest(password))) //~ weak-hash
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn constant_time(given: &[u8], kept: &str) -> bool {
    given.len() == kept.len() && given.iter().zip(kept.bytes()).fold(0, |acc, (a, b)| acc | (a ^ b)) == 0
}
