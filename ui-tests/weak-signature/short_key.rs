//@ dep: aws-lc-rs = "1"
//! SHA-256 does not help a key of 1024 bits.

use aws_lc_rs::signature::{RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY as RSA, UnparsedPublicKey};

pub fn is_signed(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&RSA, key).verify(message, signature).is_ok() //~ weak-signature
}
