//@ dep: ring = "0.17"
//! Verifies the manifest of an update.

use ring::error::Unspecified;
use ring::signature::{self, UnparsedPublicKey};

pub fn verify(publisher: &[u8], manifest: &[u8], signed: &[u8]) -> Result<(), Unspecified> {
    let algorithm = &signature::RSA_PKCS1_2048_8192_SHA1_FOR_LEGACY_USE_ONLY; //~ weak-signature
    UnparsedPublicKey::new(algorithm, publisher).verify(manifest, signed)
}
