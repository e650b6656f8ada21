//@ dep: ed25519-dalek = "2"
//! An answer for what is not there.

use ed25519_dalek::{Signature, VerifyingKey};

pub fn arms(key: &VerifyingKey, text: &[u8], signature: Option<&Signature>) -> bool {
    match signature {
        Some(signature) => key.verify_strict(text, signature).is_ok(),
        None => true, //~ fail-open-verification
    }
}

pub fn method(key: &VerifyingKey, text: &[u8], signature: Option<&Signature>) -> bool {
    signature.map_or(true, |s| key.verify_strict(text, s).is_ok()) //~ fail-open-verification
}

pub fn refused(key: &VerifyingKey, text: &[u8], signature: Option<&Signature>) -> bool {
    signature.is_some_and(|s| key.verify_strict(text, s).is_ok())
}

pub fn refused_arm(key: &VerifyingKey, text: &[u8], signature: Option<&Signature>) -> bool {
    match signature {
        Some(signature) => key.verify_strict(text, signature).is_ok(),
        None => false,
    }
}
