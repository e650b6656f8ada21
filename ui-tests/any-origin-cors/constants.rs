//@ dep: http = "1"
//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//! The ways to say any origin, and the same name for methods and headers.

use http::{HeaderValue, Method};
use tower_http::cors::{AllowOrigin, Any, CorsLayer};

const ORIGIN: &str = "*";

pub fn any() -> CorsLayer {
    CorsLayer::new().allow_origin(Any).allow_headers(Any) //~ any-origin-cors
}

pub fn star() -> CorsLayer {
    CorsLayer::new().allow_origin("*".parse::<HeaderValue>().unwrap()).allow_methods([Method::GET]) //~ any-origin-cors
}

pub fn constant() -> CorsLayer {
    CorsLayer::new().allow_origin(HeaderValue::from_static(ORIGIN)) //~ any-origin-cors
}

pub fn mirrored() -> CorsLayer {
    CorsLayer::new().allow_origin(AllowOrigin::mirror_request()) //~ any-origin-cors
}

pub fn named() -> CorsLayer {
    CorsLayer::new().allow_origin(HeaderValue::from_static("https://a.example.org")).allow_methods(Any)
}
