//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: actix-cors = "0.7"
//@ dep: http = "1"
//! Whoever runs the program asks for it, or the build is one for development.

use actix_cors::Cors;
use tower_http::cors::{AllowOrigin, CorsLayer};

pub struct Options {
    pub allow_any_origin: bool,
}

pub fn cors(options: &Options) -> Cors {
    if options.allow_any_origin { Cors::default().allow_any_origin() } else { Cors::default() }
}

pub fn layer() -> CorsLayer {
    if cfg!(debug_assertions) { CorsLayer::permissive() } else { CorsLayer::new() }
}

/// Who writes the star asks for every website.
pub fn configured(origins: &[http::HeaderValue]) -> CorsLayer {
    let origin = if origins.iter().any(|origin| origin == http::HeaderValue::from_static("*")) {
        AllowOrigin::any()
    } else {
        AllowOrigin::list(origins.iter().cloned())
    };
    CorsLayer::new().allow_origin(origin)
}
