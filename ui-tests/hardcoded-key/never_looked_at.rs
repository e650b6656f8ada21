//@ dep: jsonwebtoken = "9"
//! A key that stands in where nothing is verified: what is wrong is told once, at the switch.

use jsonwebtoken::errors::Result;
use jsonwebtoken::{DecodingKey, EncodingKey, Header, Validation, decode, encode};

#[derive(serde::Serialize, serde::Deserialize)]
pub struct Claims {
    pub server: String,
}

pub fn read(token: &str) -> Result<Claims> {
    let mut validation = Validation::default();
    validation.insecure_disable_signature_validation(); //~ disabled-jwt-validation
    let dummy_key = DecodingKey::from_secret(b"kf93hfo2nfl4pq81");
    decode::<Claims>(token, &dummy_key, &validation).map(|found| found.claims)
}

pub fn verify(token: &str) -> Result<Claims> {
    let key = DecodingKey::from_secret(b"kf93hfo2nfl4pq82"); //~ hardcoded-key
    decode::<Claims>(token, &key, &Validation::default()).map(|found| found.claims)
}

pub fn make(server: &str) -> Result<String> {
    let key = EncodingKey::from_secret(b"kf93hfo2nfl4pq83"); //~ hardcoded-key
    encode(&Header::default(), &Claims { server: server.to_owned() }, &key)
}
