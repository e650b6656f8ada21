//@ dep: ed25519-dalek = "2"

use ed25519_dalek::{Signature, VerifyingKey};

pub struct Key(VerifyingKey);

impl Key {
    pub fn verify(&self, message: &[u8], signature: &Signature) -> bool {
        self.0.verify_strict(message, signature).is_ok()
    }
}

pub fn accepts(key: &Key, message: &[u8], signature: &Signature) -> bool {
    key.verify(message, signature)
}
