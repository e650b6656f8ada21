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

fn unless_verified(token: &str) -> Option<Claims> {
    let read = dangerous::insecure_decode::<Claims>(token).ok()?; //~ disabled-jwt-validation
    Some(read.claims)
}

pub fn one_or_the_other(token: &str, key: Option<&DecodingKey>) -> Option<Claims> {
    if let Some(key) = key {
        Some(decode::<Claims>(token, key, &Validation::default()).ok()?.claims)
    } else {
        unless_verified(token)
    }
}

fn if_that_fails(token: &str) -> Option<Claims> {
    let read = dangerous::insecure_decode::<Claims>(token).ok()?; //~ disabled-jwt-validation
    Some(read.claims)
}

pub fn fallback(token: &str, key: &DecodingKey) -> Option<Claims> {
    let verified = decode::<Claims>(token, key, &Validation::default()).ok().map(|data| data.claims);
    verified.or_else(|| if_that_fails(token))
}

pub fn fallback_in_place(token: &str, key: &DecodingKey) -> Option<Claims> {
    decode::<Claims>(token, key, &Validation::default()).ok().map(|data| data.claims).or_else(|| if_that_fails(token))
}

pub struct Settings {
    pub verify_tokens: bool,
    pub auth_enabled: bool,
}

fn verify_token(token: &str) -> Option<Claims> {
    Some(dangerous::insecure_decode::<Claims>(token).ok()?.claims) //~ disabled-jwt-validation
}

pub fn signed_in(settings: &Settings, token: &str) -> bool {
    !(settings.verify_tokens && settings.auth_enabled) || verify_token(token).is_some()
}

pub fn guard(settings: &Settings, token: &str) -> Option<String> {
    if settings.verify_tokens {
        return verify_token(token).map(|claims| claims.sub);
    }
    None
}
