//@ dep: openssl = "0.10"
//@ dep: ed25519-dalek = { version = "2", features = ["batch"] }
//! Outcomes of verifications that are dropped.

use ed25519_dalek::{Signature, VerifyingKey, verify_batch};
use openssl::x509::X509StoreContextRef;

pub fn chain(context: &mut X509StoreContextRef) -> Result<(), openssl::error::ErrorStack> {
    context.verify_cert()?; //~ ignored-verification
    Ok(())
}

pub fn all(messages: &[&[u8]], signatures: &[Signature], keys: &[VerifyingKey]) {
    let _ = verify_batch(messages, signatures, keys); //~ ignored-verification
}

pub fn decides(context: &mut X509StoreContextRef) -> Result<bool, openssl::error::ErrorStack> {
    Ok(context.verify_cert()? && context.error_depth() == 0)
}
