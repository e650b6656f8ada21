//@ dep: aes-gcm = "0.10"
//@ dep: sha2 = "0.10"
//! Bytes that a machine made, and an agreement on a key.
use aes_gcm::{Aes256Gcm, KeyInit};
use sha2::{Digest, Sha256};

pub fn ratchet(chain_key: &[u8; 32]) -> Aes256Gcm {
    let key = Sha256::digest(chain_key);
    Aes256Gcm::new(&key)
}

pub fn agreed(shared_secret: &[u8], transcript: &[u8]) -> Aes256Gcm {
    let mut hasher = Sha256::new();
    hasher.update(shared_secret);
    hasher.update(transcript);
    Aes256Gcm::new(&hasher.finalize())
}
