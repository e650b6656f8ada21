//@ dep: actix-web = "4"
//@ dep: jsonwebtoken = "9"
//! What comes behind the gate refuses: a future that is ready with an error. Where it is ready with a guest, strangers come in.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::error::ErrorUnauthorized;
use actix_web::{Error, FromRequest, HttpRequest};
use jsonwebtoken::{DecodingKey, Validation, decode};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Claims {
    pub sub: String,
}

fn verify_token(token: &str, key: &DecodingKey) -> Result<Claims, jsonwebtoken::errors::Error> {
    decode::<Claims>(token, key, &Validation::default()).map(|data| data.claims)
}

impl FromRequest for Claims {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let key = request.app_data::<DecodingKey>().expect("the key is set");
        if let Some(header) = request.headers().get("Authorization") {
            if let Ok(text) = header.to_str() {
                return match verify_token(text.trim_start_matches("Bearer "), key) {
                    Ok(claims) => ready(Ok(claims)),
                    Err(_) => ready(Err(ErrorUnauthorized("the token does not hold"))),
                };
            }
        }
        ready(Err(ErrorUnauthorized("no token")))
    }
}

pub struct Reader(Claims);

impl FromRequest for Reader {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let key = request.app_data::<DecodingKey>().expect("the key is set");
        if let Some(header) = request.headers().get("Authorization") { //~ fail-open-verification
            match verify_token(header.to_str().unwrap_or_default(), key) {
                Ok(claims) => return ready(Ok(Reader(claims))),
                Err(_) => return ready(Err(ErrorUnauthorized("the token does not hold"))),
            }
        }
        ready(Ok(Reader(Claims { sub: "guest".to_owned() })))
    }
}
