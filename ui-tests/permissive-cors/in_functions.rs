//@ dep: axum = "0.8"
//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: actix-cors = "0.7"
//! The parts of the policy are in different functions; another one is replaced.

use actix_cors::Cors;
use tower_http::cors::{AllowOrigin, CorsLayer};

fn open() -> Cors {
    Cors::default().allow_any_origin().allow_any_method() //~ any-origin-cors
}

pub fn with_login() -> Cors {
    open().supports_credentials() //~ permissive-cors
}

fn mirror() -> AllowOrigin {
    AllowOrigin::mirror_request() //~ any-origin-cors
}

pub fn layer(credentials: bool) -> CorsLayer {
    CorsLayer::new().allow_origin(mirror()).allow_credentials(credentials)
}

pub fn replaced() -> CorsLayer {
    CorsLayer::new().allow_origin(mirror()).allow_credentials(true).allow_credentials(false)
}
