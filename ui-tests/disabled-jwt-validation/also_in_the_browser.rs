//@ dep: jwt = "0.16"
//@ dep: web-sys = { version = "0.3", optional = true }
//@ dep: serde_json = "1"
//! Some builds are for the browser, others are not.

use jwt::{Header, Token, Unverified};
use serde_json::Value;

pub fn user(cookie: &str) -> Option<Value> {
    let token = Token::<Header, Value, Unverified>::parse_unverified(cookie).ok()?; //~ disabled-jwt-validation
    token.claims().get("user").cloned()
}
