//@ dep: jwt = "0.16"
//@ dep: serde_json = "1"
//! The type says it: unverified.

use jwt::{Error, Header, Token, Unverified};
use serde_json::Value;

pub fn account(text: &str) -> Result<Value, Error> {
    let token: Token<Header, Value, Unverified<'_>> = Token::parse_unverified(text)?; //~ disabled-jwt-validation
    Ok(token.claims().clone())
}
