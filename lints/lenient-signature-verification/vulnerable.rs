//@ dep: ed25519-dalek = "2"

use ed25519_dalek::{Signature, Verifier, VerifyingKey};

pub fn accepts(key: &VerifyingKey, block: &[u8], signature: &Signature) -> bool {
    key.verify(block, signature).is_ok() //~ lenient-signature-verification
}
