//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//! Which websites may ask the printer of the office.

use tower_http::cors::CorsLayer;

/// Every page that somebody in the office opens can see what is printed.
pub fn cors() -> CorsLayer {
    CorsLayer::permissive() //~ any-origin-cors
}
