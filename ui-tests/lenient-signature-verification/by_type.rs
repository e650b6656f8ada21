//@ dep: ed25519-dalek = "2"

use ed25519_dalek::{Signature, SigningKey, Verifier, VerifyingKey};

pub struct Peer {
    key: VerifyingKey,
}

impl Peer {
    pub fn accepts(&self, vote: &[u8], signature: &[u8; 64]) -> bool {
        let signature = Signature::from_bytes(signature);
        match self.key.verify(vote, &signature) { //~ lenient-signature-verification
            Ok(()) => true,
            Err(_) => false,
        }
    }
}

pub fn own(key: &SigningKey, message: &[u8], signature: &Signature) -> bool {
    key.verifying_key().verify(message, signature).is_ok() //~ lenient-signature-verification
}

pub fn read(bytes: &[u8; 32], message: &[u8], signature: &Signature) -> bool {
    let Ok(key) = VerifyingKey::from_bytes(bytes) else { return false };
    key.verify(message, signature).is_ok() //~ lenient-signature-verification
}
