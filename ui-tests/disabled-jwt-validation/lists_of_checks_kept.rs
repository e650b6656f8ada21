//@ dep: alcoholic_jwt = "10039"
//@ dep: biscuit = "0.8"
//@ dep: jwt-simple = "0.12"
//! The same options as they should be.

use alcoholic_jwt::{JWK, Validation, ValidationError, validate};
use jwt_simple::prelude::{Duration, VerificationOptions};

pub fn all(token: &str, key: &JWK, issuer: &str) -> Result<(), ValidationError> {
    validate(token, key, vec![Validation::Issuer(issuer.into()), Validation::NotExpired])?;
    Ok(())
}

pub fn given(token: &str, key: &JWK, wanted: Vec<Validation>) -> Result<(), ValidationError> {
    validate(token, key, wanted)?;
    Ok(())
}

pub fn audience_ignored() -> biscuit::ValidationOptions {
    biscuit::ValidationOptions {
        audience: biscuit::Validation::Ignored,
        expiry: biscuit::Validation::Validate(()),
        ..Default::default()
    }
}

pub fn two_minutes() -> VerificationOptions {
    VerificationOptions { time_tolerance: Some(Duration::from_secs(120)), ..Default::default() }
}
