//@ dep: http = "1"
//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: actix-cors = "0.7"
//! The user of the program asks for it, or it is a build for development.

use actix_cors::Cors;
use tower_http::cors::CorsLayer;

pub struct Options {
    pub dev: bool,
}

pub fn cors(options: &Options) -> Cors {
    if options.dev { Cors::permissive() } else { Cors::default() }
}

pub fn layer() -> CorsLayer {
    if cfg!(debug_assertions) { CorsLayer::very_permissive() } else { CorsLayer::new() }
}
