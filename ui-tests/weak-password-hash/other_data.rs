//@ dep: sha2 = "0.10"
//! Names that speak of passwords and are none.
use sha2::{Digest, Sha256};

pub struct Reset {
    pub password_reset_token: String,
    pub password_hash: String,
}

pub fn stored_reset_token(reset: &Reset) -> Vec<u8> {
    Sha256::digest(reset.password_reset_token.as_bytes()).to_vec()
}

pub fn etag(reset: &Reset) -> Vec<u8> {
    Sha256::digest(reset.password_hash.as_bytes()).to_vec()
}

pub fn wordlist_id(password_file: &[u8]) -> Vec<u8> {
    Sha256::digest(password_file).to_vec()
}
