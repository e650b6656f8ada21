//@ dep: jsonwebtoken = "10"
//! The issuer is read to find the key that the token is verified with, elsewhere.

use jsonwebtoken::TokenData;
use jsonwebtoken::errors::Error;

#[derive(serde::Deserialize)]
pub struct Unverified {
    pub iss: String,
}

impl Unverified {
    pub fn decode(token: &str) -> Result<TokenData<Self>, Error> {
        jsonwebtoken::dangerous::insecure_decode(token)
    }
}

#[derive(serde::Deserialize)]
pub struct Claims {
    pub iss: String,
    pub sub: String,
}

pub fn subject(token: &str) -> Result<String, Error> {
    let data: TokenData<Claims> = jsonwebtoken::dangerous::insecure_decode(token)?; //~ disabled-jwt-validation
    Ok(data.claims.sub)
}
