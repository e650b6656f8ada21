//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: http = "1"
//! The origin `null` is that of any page in a sandbox.

use http::HeaderValue;
use tower_http::cors::CorsLayer;

pub fn sandboxed() -> CorsLayer {
    CorsLayer::new().allow_origin(HeaderValue::from_static("null")).allow_credentials(true) //~ permissive-cors
}

pub fn own() -> CorsLayer {
    CorsLayer::new().allow_origin(HeaderValue::from_static("https://desk.example")).allow_credentials(true)
}

pub fn without_credentials() -> CorsLayer {
    CorsLayer::new().allow_origin(HeaderValue::from_static("null"))
}
