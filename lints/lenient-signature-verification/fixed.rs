//@ dep: ed25519-dalek = "2"

use ed25519_dalek::{Signature, VerifyingKey};

pub fn accepts(key: &VerifyingKey, block: &[u8], signature: &Signature) -> bool {
    key.verify_strict(block, signature).is_ok()
}
