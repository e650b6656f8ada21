//@ dep: jsonwebtoken = "10"
//@ dep: serde = { version = "1", features = ["derive"] }
//! The callers verify another token, only look at the header, or not in every place.

use jsonwebtoken::{DecodingKey, Validation, dangerous, decode, decode_header};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Claims {
    pub sub: String,
}

fn subject(token: &str) -> Option<String> {
    let read = dangerous::insecure_decode::<Claims>(token).ok()?; //~ disabled-jwt-validation
    Some(read.claims.sub)
}

pub fn other(token: &str, refresh: &str, key: &DecodingKey) -> Option<String> {
    let subject = subject(token)?;
    decode::<Claims>(refresh, key, &Validation::default()).ok()?;
    Some(subject)
}

fn owner(token: &str) -> Option<String> {
    let read = dangerous::insecure_decode::<Claims>(token).ok()?; //~ disabled-jwt-validation
    Some(read.claims.sub)
}

pub fn header_only(token: &str) -> Option<String> {
    decode_header(token).ok()?;
    owner(token)
}

fn name(token: &str) -> Option<String> {
    let read = dangerous::insecure_decode::<Claims>(token).ok()?; //~ disabled-jwt-validation
    Some(read.claims.sub)
}

pub fn verified(token: &str, key: &DecodingKey) -> Option<String> {
    decode::<Claims>(token, key, &Validation::default()).ok()?;
    name(token)
}

pub fn believed(token: &str) -> Option<String> {
    name(token)
}

pub struct Reader {
    keys: Option<DecodingKey>,
}

fn read_unverified(token: &str) -> Option<String> {
    let read = dangerous::insecure_decode::<Claims>(token).ok()?; //~ disabled-jwt-validation
    Some(read.claims.sub)
}

impl Reader {
    pub fn subject(&self, token: &str) -> Option<String> {
        if self.keys.is_none() { read_unverified(token) } else { None }
    }
}
