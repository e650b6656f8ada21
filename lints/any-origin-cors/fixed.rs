//@ dep: http = "1"
//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//! Which websites may ask the printer of the office.

use http::HeaderValue;
use tower_http::cors::CorsLayer;

/// The page of the office.
pub fn cors() -> CorsLayer {
    CorsLayer::new().allow_origin(HeaderValue::from_static("https://office.example.org"))
}
