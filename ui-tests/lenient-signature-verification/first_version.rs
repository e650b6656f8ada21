//@ dep: ed25519-dalek = "1"

use ed25519_dalek::{PublicKey, Signature, Verifier};

pub fn verify_license(key: &[u8], text: &[u8], signature: &Signature) -> bool {
    let Ok(key) = PublicKey::from_bytes(key) else { return false };
    key.verify(text, signature).is_ok() //~ lenient-signature-verification
}

pub fn verify_strictly(key: &PublicKey, text: &[u8], signature: &Signature) -> bool {
    key.verify_strict(text, signature).is_ok()
}
