//@ dep: jsonwebtoken = "9"
//@ dep: rsa = { version = "0.9", features = ["sha2"] }
//@ dep: serde_json = "1"
//! Read without verification, and verified by another call.

use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use rsa::pkcs1v15::{Signature, VerifyingKey};
use rsa::sha2::Sha256;
use rsa::signature::Verifier;
use serde_json::Value;

/// The library does not take keys as short as that.
pub fn old_key(
    token: &str,
    signed: &str,
    signature: &Signature,
    key: &VerifyingKey<Sha256>,
) -> Result<Value, Box<dyn std::error::Error>> {
    key.verify(signed.as_bytes(), signature)?;
    let mut validation = Validation::new(Algorithm::RS256);
    validation.insecure_disable_signature_validation();
    Ok(decode::<Value>(token, &DecodingKey::from_secret(signed.as_bytes()), &validation)?.claims)
}
