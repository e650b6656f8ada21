//@ dep: axum = "0.8"
//@ dep: axum-extra = { version = "0.10", features = ["cookie-signed"] }
//@ dep: serde = { version = "1", features = ["derive"] }
//! The form carries a token that only the own pages know.

use axum::Router;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::routing::post;
use axum_extra::extract::cookie::{Cookie, Key, SameSite, SignedCookieJar};
use serde::Deserialize;

#[derive(Deserialize)]
struct Order {
    article: u32,
    csrf_token: String,
}

async fn order(jar: SignedCookieJar, Form(order): Form<Order>) -> Result<String, StatusCode> {
    let customer = jar.get("session").ok_or(StatusCode::UNAUTHORIZED)?;
    let expected = jar.get("form").ok_or(StatusCode::FORBIDDEN)?;
    if !is_same(expected.value(), &order.csrf_token) {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(format!("{} orders {}", customer.value(), order.article))
}

fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}

pub fn session_cookie(id: String) -> Cookie<'static> {
    Cookie::build(("session", id)).secure(true).http_only(true).same_site(SameSite::None).build()
}

pub fn routes(key: Key) -> Router {
    Router::new().route("/orders", post(order)).with_state(key)
}
