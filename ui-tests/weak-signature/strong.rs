//@ dep: ring = "0.17"
//! Other algorithms of the same module.

use ring::signature::{ED25519, RSA_PSS_2048_8192_SHA256, UnparsedPublicKey};

pub fn is_signed(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, key).verify(message, signature).is_ok()
        || UnparsedPublicKey::new(&RSA_PSS_2048_8192_SHA256, key).verify(message, signature).is_ok()
}
