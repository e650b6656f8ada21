//@ dep: ed25519-dalek = "2"
//! The seed of a signature key.

use ed25519_dalek::SigningKey;

pub fn signer() -> SigningKey {
    SigningKey::from_bytes(&[42; 32]) //~ hardcoded-key
}
