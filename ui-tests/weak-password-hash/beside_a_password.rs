//@ dep: sha2 = "0.10"
//! What stands beside a password in a variant, and the answer to a challenge.
use sha2::{Digest, Sha256};

pub enum Event {
    AuthPassword(String, String),
}

pub fn audit_id(event: &Event) -> Vec<u8> {
    let Event::AuthPassword(user, _) = event;
    Sha256::digest(user.as_bytes()).to_vec()
}

pub fn challenge_response(challenge: &[u8], password: &str) -> Vec<u8> {
    let inner = Sha256::digest(password);
    Sha256::digest([challenge, &inner[..]].concat()).to_vec()
}
