//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: actix-cors = "0.7"
//@ dep: warp = "0.3"
//! For public data, every website may read; browsers send no cookies.

use tower_http::cors::{Any, CorsLayer};

pub fn tower() -> CorsLayer {
    CorsLayer::new().allow_origin(Any).allow_methods(Any).allow_headers(Any)
}

pub fn actix() -> actix_cors::Cors {
    actix_cors::Cors::default().allow_any_origin().allow_any_method().allow_any_header()
}

pub fn warped() -> warp::filters::cors::Cors {
    warp::cors().allow_any_origin().allow_credentials(false).build()
}
