//@ dep: axum = "0.8"
//@ dep: serde_json = "1"
//! Payments that a provider reports.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;

/// Credit by account.
pub type Accounts = Arc<Mutex<HashMap<String, u64>>>;

/// All routes.
pub fn router(accounts: Accounts) -> Router {
    Router::new().route("/webhooks/payments", post(payment)).with_state(accounts)
}

async fn payment(State(accounts): State<Accounts>, headers: HeaderMap, body: Bytes) -> StatusCode {
    if headers.get("stripe-signature").is_none() { //~ unverified-webhook
        return StatusCode::BAD_REQUEST;
    }
    let Ok(event) = serde_json::from_slice::<serde_json::Value>(&body) else { return StatusCode::BAD_REQUEST };
    let (Some(account), Some(amount)) = (event["customer"].as_str(), event["amount"].as_u64()) else {
        return StatusCode::BAD_REQUEST;
    };
    if let Ok(mut accounts) = accounts.lock() {
        let credit = accounts.get(account).copied().unwrap_or(0);
        accounts.insert(account.to_owned(), credit + amount);
    }
    StatusCode::OK
}
