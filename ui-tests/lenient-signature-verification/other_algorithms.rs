//@ dep: p256 = { version = "0.13", features = ["ecdsa"] }
//@ dep: ring = "0.17"

use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use ring::signature::{ED25519, UnparsedPublicKey};

pub fn verify(key: &VerifyingKey, message: &[u8], signature: &Signature) -> bool {
    key.verify(message, signature).is_ok()
}

pub fn verify_ring(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, key).verify(message, signature).is_ok()
}
