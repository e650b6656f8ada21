//@ dep: jsonwebtoken = "10"
//@ dep: serde = { version = "1", features = ["derive"] }
//@ dep: serde_json = "1"
//! Which issuer signed it, the token says itself; its keys then verify the same token.

use jsonwebtoken::{Algorithm, DecodingKey, Validation, dangerous, decode};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Claims {
    pub iss: String,
}

pub struct Issuer {
    name: String,
    key: DecodingKey,
}

impl Issuer {
    fn validate_token(&self, token: &str) -> Result<Claims, jsonwebtoken::errors::Error> {
        Ok(decode::<Claims>(token, &self.key, &Validation::new(Algorithm::RS256))?.claims)
    }
}

pub struct Issuers(Vec<Issuer>);

impl Issuers {
    fn find(&self, token: &str) -> Option<&Issuer> {
        let unverified = dangerous::insecure_decode::<Claims>(token).ok()?;
        self.0.iter().find(|issuer| issuer.name == unverified.claims.iss)
    }

    pub fn claims(&self, token: &str) -> Option<Claims> {
        let issuer = self.find(token)?;
        let claims = issuer.validate_token(token).ok()?;
        Some(claims)
    }
}

fn issuer_of(token: &str) -> Option<String> {
    Some(dangerous::insecure_decode::<Claims>(token).ok()?.claims.iss)
}

pub fn by_name(issuers: &Issuers, token: &str) -> Option<Claims> {
    match issuer_of(token) {
        Some(name) => {
            let issuer = issuers.0.iter().find(|issuer| issuer.name == name)?;
            Some(issuer.validate_token(token).ok()?)
        }
        None => None,
    }
}
