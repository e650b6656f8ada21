//@ dep: tokio = { version = "1", features = ["sync"] }
//! Who holds a lock, and which field was written at a time: neither opens anything.

use std::collections::HashMap;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

pub struct Lease {
    pub token: u128,
    pub key: String,
}

pub fn acquire_lease(key: &str) -> Lease {
    let token = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_millis());
    Lease { token, key: key.to_owned() }
}

#[derive(Clone)]
pub struct Metadata {
    token: String,
}

impl Metadata {
    pub fn token(&self) -> &str {
        &self.token
    }
}

pub struct Status {
    metadata: Metadata,
    last_used: Option<Instant>,
}

pub struct Queriers {
    map: tokio::sync::RwLock<HashMap<String, Status>>,
}

async fn next(queriers: &Queriers, name: &str) -> Option<Metadata> {
    let mut map = queriers.map.write().await;
    if let Some(status) = map.get_mut(name) {
        status.last_used = Some(Instant::now());
        return Some(status.metadata.clone());
    }
    None
}

pub async fn login(queriers: &Queriers) -> Option<String> {
    let querier = next(queriers, "first").await?;
    let token: Vec<&str> = querier.token().split(' ').collect();
    Some(token[1].to_owned())
}
