//@ dep: http = "1"
//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: warp = "0.3"
//! The policy lists the header by habit: nothing here reads it.

use http::HeaderName;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use tower_http::cors::{Any, CorsLayer};

const HEADERS: [HeaderName; 2] = [AUTHORIZATION, ACCEPT];

pub fn listed() -> CorsLayer {
    CorsLayer::new().allow_origin(Any).allow_headers([AUTHORIZATION, CONTENT_TYPE]) //~ any-origin-cors
}

pub fn in_constant() -> CorsLayer {
    CorsLayer::new().allow_headers(HEADERS).allow_origin(Any) //~ any-origin-cors
}

pub fn by_text() -> warp::filters::cors::Cors {
    warp::cors()
        .allow_any_origin() //~ any-origin-cors
        .allow_headers(vec!["Content-Type", "Authorization"])
        .build()
}
