//@ dep: axum = "0.8"
//@ dep: hex = "0.4"
//@ dep: hmac = "0.12"
//@ dep: serde_json = "1"
//@ dep: sha2 = "0.10"
//! Payments that a provider reports.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// Credit by account, and the secret that the provider shares.
#[derive(Clone)]
pub struct App {
    accounts: Arc<Mutex<HashMap<String, u64>>>,
    secret: Arc<[u8]>,
}

/// All routes.
pub fn router(app: App) -> Router {
    Router::new().route("/webhooks/payments", post(payment)).with_state(app)
}

fn verify(secret: &[u8], headers: &HeaderMap, body: &[u8]) -> Option<()> {
    let signature = headers.get("stripe-signature")?.to_str().ok()?;
    let parts: HashMap<&str, &str> = signature.split(',').filter_map(|part| part.split_once('=')).collect();
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    mac.update(parts.get("t")?.as_bytes());
    mac.update(b".");
    mac.update(body);
    mac.verify_slice(&hex::decode(parts.get("v1")?).ok()?).ok()
}

async fn payment(State(app): State<App>, headers: HeaderMap, body: Bytes) -> StatusCode {
    if verify(&app.secret, &headers, &body).is_none() {
        return StatusCode::BAD_REQUEST;
    }
    let Ok(event) = serde_json::from_slice::<serde_json::Value>(&body) else { return StatusCode::BAD_REQUEST };
    let (Some(account), Some(amount)) = (event["customer"].as_str(), event["amount"].as_u64()) else {
        return StatusCode::BAD_REQUEST;
    };
    if let Ok(mut accounts) = app.accounts.lock() {
        let credit = accounts.get(account).copied().unwrap_or(0);
        accounts.insert(account.to_owned(), credit + amount);
    }
    StatusCode::OK
}
