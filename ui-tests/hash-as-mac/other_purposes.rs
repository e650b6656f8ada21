//@ dep: sha2 = "0.10"
//@ dep: aes-gcm = "0.10"

use aes_gcm::{Aes256Gcm, KeyInit};
use sha2::{Digest, Sha256, Sha512};

// A key for each context; what it signs comes later.
pub fn verify_key(shared_secret: &[u8], context: &[u8]) -> Aes256Gcm {
    let mut hasher = Sha256::new();
    hasher.update(shared_secret);
    hasher.update(context);
    let key = hasher.finalize();
    Aes256Gcm::new(&key)
}

// The nonce of a deterministic signature.
pub fn sign_nonce(secret: &[u8; 32], message: &[u8]) -> Vec<u8> {
    Sha512::new().chain_update(secret).chain_update(message).finalize().to_vec()
}

// Names say nothing of an authentication.
pub fn shard(secret: &str, user: &str) -> Vec<u8> {
    Sha256::digest(format!("{secret}:{user}")).to_vec()
}

// The secret stands last.
pub fn sign(query: &str, app_secret: &str) -> Vec<u8> {
    Sha256::digest(format!("{query}{app_secret}")).to_vec()
}
