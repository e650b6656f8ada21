//@ dep: jwt = "0.16"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! What was read of the token has a method that verifies.

use std::collections::BTreeMap;

use hmac::{Hmac, Mac};
use jwt::{Error, Header, Token, VerifyWithKey};
use sha2::Sha384;

type Claims = BTreeMap<String, String>;

pub fn subject(text: &str, key: &[u8]) -> Result<Option<String>, Error> {
    let token = Token::<Header, Claims, _>::parse_unverified(text).map_err(|e| {
        eprintln!("not a token: {e}");
        e
    })?;
    let key: Hmac<Sha384> = Hmac::new_from_slice(key)?;
    let token = token.verify_with_key(&key).map_err(|e| {
        eprintln!("not verified: {e}");
        e
    })?;
    Ok(token.claims().get("sub").cloned())
}

pub fn believed(text: &str) -> Result<Option<String>, Error> {
    let token = Token::<Header, Claims, _>::parse_unverified(text)?; //~ disabled-jwt-validation
    Ok(token.claims().get("sub").cloned())
}
