//@ dep: http = "1"
//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: actix-cors = "0.7"
//! Credentials for the origins that are named, by a list, a setting or a test of the origin.

use actix_cors::Cors;
use http::HeaderValue;
use tower_http::cors::{AllowOrigin, CorsLayer};

pub struct Settings {
    pub origins: Vec<String>,
    pub suffix: String,
}

pub fn listed(settings: &Settings) -> CorsLayer {
    let origins: Vec<HeaderValue> = settings.origins.iter().filter_map(|o| o.parse().ok()).collect();
    CorsLayer::new().allow_origin(origins).allow_credentials(true)
}

pub fn tested(suffix: &'static str) -> CorsLayer {
    CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(move |origin, _| origin.as_bytes().ends_with(suffix.as_bytes())))
        .allow_credentials(true)
}

pub fn each(settings: &Settings) -> Cors {
    let mut cors = Cors::default().supports_credentials();
    for origin in &settings.origins {
        cors = cors.allowed_origin(origin);
    }
    cors
}
