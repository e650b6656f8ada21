//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: actix-cors = "0.7"
//@ dep: warp = "0.3"
//@ dep: rocket_cors = "0.6"
//! Every website may read; browsers send no cookies.

use tower_http::cors::{AllowOrigin, Any, CorsLayer};

pub fn tower() -> CorsLayer {
    CorsLayer::new().allow_origin(Any).allow_methods(Any).allow_headers(Any) //~ any-origin-cors
}

pub fn tested() -> CorsLayer {
    CorsLayer::new().allow_origin(AllowOrigin::predicate(|_origin, _parts| true)) //~ any-origin-cors
}

pub fn actix() -> actix_cors::Cors {
    actix_cors::Cors::default().allow_any_origin().allow_any_method().allow_any_header() //~ any-origin-cors
}

pub fn warped() -> warp::filters::cors::Cors {
    warp::cors().allow_any_origin().allow_credentials(false).build() //~ any-origin-cors
}

pub fn rocket() -> rocket_cors::CorsOptions {
    rocket_cors::CorsOptions::default().allowed_origins(rocket_cors::AllowedOrigins::all()) //~ any-origin-cors
}
