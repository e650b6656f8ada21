//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: actix-cors = "0.7"
//! A test of the origin that lets all pass, in the order of the calls and the other way round.

use actix_cors::Cors;
use tower_http::cors::{AllowOrigin, CorsLayer};

pub fn tower() -> CorsLayer {
    CorsLayer::new()
        .allow_credentials(true)
        .allow_origin(AllowOrigin::predicate(|_origin, _parts| true)) //~ permissive-cors
}

pub fn actix() -> Cors {
    Cors::default()
        .allowed_origin_fn(|_origin, _head| true)
        .allow_any_header()
        .supports_credentials() //~ permissive-cors
        .max_age(3600)
}
