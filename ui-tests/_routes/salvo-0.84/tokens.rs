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
    let later = lenient(secret);
    let kept = tokens(secret);
    Router::new()
        .push(Router::with_path("later").hoop(later).post(send))
        .push(Router::with_path("kept").hoop(kept).post(send))
        .push(Router::with_path("given").push(given(tokens(secret))))
        .push(Router::with_path("chat").hoop(tokens(secret)).get(status).post(send))
        .push(Router::with_path("open").hoop(lenient(secret)).post(send))
}

pub fn given(layer: JwtAuth<Claims, ConstDecoder>) -> Router {
    Router::with_path("elsewhere").hoop(layer).post(send)
}

/// What the layer does is not seen here.
pub fn unseen(layers: Vec<JwtAuth<Claims, ConstDecoder>>) -> Router {
    let mut router = Router::with_path("unseen").post(send);
    for layer in layers {
        router = router.hoop(layer);
    }
    router
}
