//@ dep: josekit = "0.10"
//! Finds out who sent a request.

use std::time::SystemTime;

use josekit::JoseError;
use josekit::jws::EdDSA;
use josekit::jwt::{self, JwtPayloadValidator};

/// The signature is verified with the one algorithm that this service uses, then the claims are looked at.
pub fn account(token: &str, public_key: &[u8]) -> Result<Option<String>, JoseError> {
    let verifier = EdDSA.verifier_from_pem(public_key)?;
    let (payload, _) = jwt::decode_with_verifier(token, &verifier)?;
    let mut claims = JwtPayloadValidator::new();
    claims.set_audience("notes");
    claims.set_base_time(SystemTime::now());
    claims.validate(&payload)?;
    Ok(payload.subject().map(str::to_owned))
}
