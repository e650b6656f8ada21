//@ dep: axum = "0.8"
//@ dep: axum-extra = { version = "0.10", features = ["cookie-signed"] }
//@ dep: serde = { version = "1", features = ["derive"] }
//! A form that changes the address of a customer.

use axum::extract::{Form, FromRef};
use axum::http::StatusCode;
use axum::routing::post;
use axum::Router;
use axum_extra::extract::cookie::{Cookie, Key, SameSite, SignedCookieJar};
use serde::Deserialize;

#[derive(Clone)]
pub struct Shop {
    key: Key,
}

impl FromRef<Shop> for Key {
    fn from_ref(shop: &Shop) -> Key {
        shop.key.clone()
    }
}

#[derive(Deserialize)]
pub struct Address {
    street: String,
}

/// Signs a customer in.
pub fn session_cookie(customer: String) -> Cookie<'static> {
    Cookie::build(("session", customer))
        .http_only(true)
        .secure(true)
        .same_site(SameSite::None) //~ cross-site-request-forgery
        .build()
}

/// The form on the page of any website arrives with the cookie.
async fn move_house(jar: SignedCookieJar, Form(address): Form<Address>) -> Result<String, StatusCode> {
    let customer = jar.get("session").ok_or(StatusCode::UNAUTHORIZED)?;
    Ok(format!("{} lives in {}", customer.value(), address.street))
}

/// The routes of a customer.
pub fn routes(shop: Shop) -> Router {
    Router::new().route("/address", post(move_house)).with_state(shop)
}
