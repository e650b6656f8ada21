//@ dep: ed25519-dalek = "2"
//! A success becomes `true`, and so does a failure.

use ed25519_dalek::{Signature, Verifier, VerifyingKey};

pub fn always(key: &VerifyingKey, text: &[u8], signature: &Signature) -> bool {
    key.verify(text, signature).map(|()| true).unwrap_or(true) //~ ignored-verification
}

pub fn always_too(key: &VerifyingKey, text: &[u8], signature: &Signature) -> bool {
    key.verify(text, signature).map_or(true, |_| true) //~ ignored-verification
}

pub fn told(key: &VerifyingKey, text: &[u8], signature: &Signature) -> bool {
    key.verify(text, signature).map(|()| true).unwrap_or(false)
}

pub fn told_too(key: &VerifyingKey, text: &[u8], signature: &Signature) -> bool {
    key.verify(text, signature).map_or(false, |_| true)
}

/// Asks the other way round.
pub fn is_forged(key: &VerifyingKey, text: &[u8], signature: &Signature) -> bool {
    key.verify(text, signature).map_or(true, |_| false)
}
