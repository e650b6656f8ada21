//@ dep: sha2 = "0.10"
//! The digest of a token tells nothing of it; that of a password or of what is signed is another matter.

use sha2::{Digest, Sha256};

pub struct ApiKey {
    pub secret: Vec<u8>,
}

impl ApiKey {
    pub fn validate(&self, given: &str) -> Result<(), ()> {
        let hashed = Sha256::digest(given.as_bytes());
        if self.secret.as_slice() != hashed.as_slice() {
            return Err(());
        }
        Ok(())
    }
}

pub fn hash_token(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

pub fn verify_claim(claim: &[u8], access_token: &str) -> bool {
    claim == hash_token(access_token)
}

pub fn verify_password(stored_password: &[u8], password: &str) -> bool {
    let password_hash = Sha256::digest(password.as_bytes()); //~ weak-password-hash
    stored_password == password_hash.as_slice() //~ variable-time-comparison
}

pub fn verify_webhook(secret: &[u8], body: &[u8], signature: &[u8]) -> bool {
    let mut hasher = Sha256::new();
    hasher.update(secret);
    hasher.update(body);
    let expected_signature = hasher.finalize();
    signature == expected_signature.as_slice() //~ variable-time-comparison
}

pub fn verify_token(token: &str, expected_token: &str) -> bool {
    token == expected_token //~ variable-time-comparison
}
