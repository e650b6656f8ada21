//@ dep: jwtk = "0.5"
//@ dep: branca = "0.10"
//! Tokens whose age nobody asks for.

use branca::Branca;

const WEEK: u32 = 7 * 24 * 3600;

pub fn signature_only(token: &str, key: &dyn jwtk::VerificationKey) -> jwtk::Result<String> {
    let token = jwtk::verify_only::<serde_json::Value>(token, key)?; //~ disabled-jwt-validation
    Ok(format!("{:?}", token.claims().sub))
}

pub fn any_age(token: &str, branca: &Branca) -> Option<Vec<u8>> {
    branca.decode(token, 0).ok() //~ disabled-jwt-validation
}

pub fn any_age_by_function(token: &str, key: &[u8]) -> Option<Vec<u8>> {
    branca::decode(token, key, 0).ok() //~ disabled-jwt-validation
}

pub fn a_week(token: &str, branca: &Branca) -> Option<Vec<u8>> {
    branca.decode(token, WEEK).ok()
}

pub fn as_configured(token: &str, branca: &Branca, age: u32) -> Option<Vec<u8>> {
    branca.decode(token, age).ok()
}

pub fn with_claims(token: &str, key: &dyn jwtk::VerificationKey) -> jwtk::Result<String> {
    let token = jwtk::verify::<serde_json::Value>(token, key)?;
    Ok(format!("{:?}", token.claims().sub))
}
