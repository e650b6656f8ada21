//@ dep: openssl = "0.10"
//! Signs a licence so that the program can tell a bought one from a made-up one.

use openssl::error::ErrorStack;
use openssl::hash::MessageDigest;
use openssl::pkey::{PKey, Private};
use openssl::sign::Signer;

/// A signature over SHA-1 also fits every document that collides with the signed one.
pub fn sign_licence(licence: &[u8], private: &PKey<Private>) -> Result<Vec<u8>, ErrorStack> {
    let mut signer = Signer::new(MessageDigest::sha1(), private)?; //~ weak-hash
    signer.sign_oneshot_to_vec(licence)
}
