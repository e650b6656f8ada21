//@ dep: alcoholic_jwt = "10039"
//@ dep: biscuit = "0.8"
//@ dep: josekit = "0.10"
//@ dep: jwt-simple = "0.12"
//! Checks that are left out of a list, ignored, or so wide that they check nothing.

use alcoholic_jwt::{JWK, ValidationError, validate};
use jwt_simple::prelude::{Duration, VerificationOptions};

pub fn nothing_but_the_signature(token: &str, key: &JWK) -> Result<(), ValidationError> {
    validate(token, key, vec![])?; //~ disabled-jwt-validation
    Ok(())
}

pub fn ignored() -> biscuit::ValidationOptions {
    biscuit::ValidationOptions {
        expiry: biscuit::Validation::Ignored, //~ disabled-jwt-validation
        ..Default::default()
    }
}

pub fn unsigned(subject: &str) -> Result<String, josekit::JoseError> {
    let mut payload = josekit::jwt::JwtPayload::new();
    payload.set_subject(subject);
    josekit::jwt::encode_unsecured(&josekit::jws::JwsHeader::new(), &payload) //~ disabled-jwt-validation
}

pub fn an_hour() -> VerificationOptions {
    VerificationOptions {
        time_tolerance: Some(Duration::from_secs(3600)), //~ disabled-jwt-validation
        ..Default::default()
    }
}
