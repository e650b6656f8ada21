//@ dep: salvo = { version = "0.84", features = ["jwt-auth"] }
//@ dep: serde = { version = "1", features = ["derive"] }
//! A function that makes the layer which refuses, and one that lets everybody pass.

use salvo::jwt_auth::{ConstDecoder, HeaderFinder};
use salvo::prelude::*;

#[derive(serde::Deserialize, Clone)]
pub struct Claims {
    pub id: u64,
    pub exp: i64,
}

pub fn tokens(secret: &[u8]) -> JwtAuth<Claims, ConstDecoder> {
    JwtAuth::new(ConstDecoder::from_secret(secret)).finders(vec![Box::new(HeaderFinder::new())])
}

pub fn lenient(secret: &[u8]) -> JwtAuth<Claims, ConstDecoder> {
    JwtAuth::new(ConstDecoder::from_secret(secret)).finders(vec![Box::new(HeaderFinder::new())]).force_passed(true)
}

#[handler]
async fn status() -> &'static str {
    "up"
}

#[handler]
async fn send() -> &'static str {
    "sent"
}

pub fn router(secret: &[u8]) -> Router {
    Router::new()
        .push(Router::with_path("chat").hoop(tokens(secret)).get(status).post(send))
        .push(Router::with_path("open").hoop(lenient(secret)).post(send))
}
