//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: actix-cors = "0.7"
//! With cookies it is worse, and told once.

use tower_http::cors::{AllowOrigin, CorsLayer};

pub fn actix() -> actix_cors::Cors {
    actix_cors::Cors::default().allow_any_origin().supports_credentials() //~ permissive-cors
}

pub fn tower() -> CorsLayer {
    CorsLayer::new().allow_origin(AllowOrigin::mirror_request()).allow_credentials(true) //~ permissive-cors
}
