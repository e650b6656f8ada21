//@ dep: axum = "0.8"
//@ dep: axum-extra = { version = "0.10", features = ["cookie-signed"] }
//@ dep: serde = { version = "1", features = ["derive"] }
//! `Json` insists on its content type, for which a browser asks first.

use axum::routing::post;
use axum::http::StatusCode;
use axum::{Json, Router};
use axum_extra::extract::cookie::{Cookie, Key, SameSite, SignedCookieJar};
use serde::Deserialize;

#[derive(Deserialize)]
struct Order {
    article: u32,
}

async fn order(jar: SignedCookieJar, Json(order): Json<Order>) -> Result<String, StatusCode> {
    let customer = jar.get("session").ok_or(StatusCode::UNAUTHORIZED)?;
    Ok(format!("{} orders {}", customer.value(), order.article))
}

pub fn session_cookie(id: String) -> Cookie<'static> {
    Cookie::build(("session", id)).secure(true).http_only(true).same_site(SameSite::None).build()
}

pub fn routes(key: Key) -> Router {
    Router::new().route("/orders", post(order)).with_state(key)
}
