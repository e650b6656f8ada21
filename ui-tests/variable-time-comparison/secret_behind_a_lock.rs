//@ dep: axum = "0.8"
//@ dep: tokio = "1"
//! A secret that a lock holds has the name of the lock.

use axum::http::HeaderMap;
use std::sync::{Arc, RwLock};
use tokio::sync::Mutex;

pub struct Services {
    pub admin_token: Arc<Mutex<Option<String>>>,
    pub api_key: RwLock<String>,
    pub motd: Mutex<Option<String>>,
}

pub async fn is_admin(services: &Services, headers: &HeaderMap) -> bool {
    let Some(given) = headers.get("x-admin").and_then(|value| value.to_str().ok()) else { return false };
    Some(given) == services.admin_token.lock().await.as_deref() //~ variable-time-comparison
}

pub fn check_key(services: &Services, given: &str) -> bool {
    *services.api_key.read().unwrap() == given //~ variable-time-comparison
}

pub async fn is_message(services: &Services, headers: &HeaderMap) -> bool {
    let Some(given) = headers.get("x-message").and_then(|value| value.to_str().ok()) else { return false };
    Some(given) == services.motd.lock().await.as_deref()
}
