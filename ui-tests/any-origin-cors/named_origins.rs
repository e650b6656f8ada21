//@ dep: http = "1"
//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: warp = "0.3"
//! Origins that are named, by a text, a list or a test; any method and any header for them.

use http::HeaderValue;
use tower_http::cors::{AllowOrigin, Any, CorsLayer};

pub fn text() -> CorsLayer {
    CorsLayer::new().allow_origin(HeaderValue::from_static("https://notes.example.org")).allow_methods(Any)
}

pub fn list(origins: &[String]) -> CorsLayer {
    CorsLayer::new().allow_origin(origins.iter().filter_map(|o| o.parse().ok()).collect::<Vec<HeaderValue>>())
}

pub fn tested(suffix: &'static str) -> CorsLayer {
    let own = move |origin: &HeaderValue, _: &http::request::Parts| origin.as_bytes().ends_with(suffix.as_bytes());
    CorsLayer::new().allow_headers(Any).allow_origin(AllowOrigin::predicate(own))
}

pub fn warped() -> warp::filters::cors::Cors {
    warp::cors().allow_origin("https://notes.example.org").allow_methods(vec!["GET"]).build()
}
