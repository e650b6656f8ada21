//@ dep: axum = "0.8"
//@ dep: serde_json = "1"
//! Both sides are secrets by name, or neither; which of them is kept is seen from where they come from.

use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use serde_json::Value;

pub struct Hub {
    pub service_token: String,
    pub page_token: String,
}

pub fn join(hub: &Hub, token: Option<&str>) -> bool {
    token == Some(hub.service_token.as_str()) //~ variable-time-comparison
}

pub async fn event(hub: &Hub, Json(event): Json<Value>) -> StatusCode {
    let expected = &hub.service_token;
    if event["token"].as_str() != Some(expected.as_str()) { //~ variable-time-comparison
        return StatusCode::FORBIDDEN;
    }
    StatusCode::OK
}

pub fn service(hub: &Hub, headers: &HeaderMap) -> bool {
    let sent = headers.get("x-service").map(|value| value.to_str().unwrap_or_default());
    sent.filter(|given| *given == hub.service_token.as_str()).is_some() //~ variable-time-comparison
}

pub fn same_page(hub: &Hub, token: Option<&str>) -> bool {
    token == Some(hub.page_token.as_str())
}

pub fn is_ping(headers: &HeaderMap) -> bool {
    headers.get("x-kind").map(|value| value.to_str().unwrap_or_default()) == Some("ping")
}
