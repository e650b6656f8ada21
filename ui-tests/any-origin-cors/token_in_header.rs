//@ dep: http = "1"
//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: actix-cors = "0.7"
//@ dep: actix-web = "4"
//@ dep: rocket_cors = "0.6"
//! Clients carry their token in a header that the same policy names and the program reads, so no cookie signs them in.

use http::HeaderName;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use tower_http::cors::{AllowOrigin, Any, CorsLayer};

const HEADERS: [HeaderName; 2] = [AUTHORIZATION, ACCEPT];

pub fn token(headers: &http::HeaderMap) -> Option<&str> {
    headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

pub fn listed() -> CorsLayer {
    CorsLayer::new().allow_origin(Any).allow_methods(Any).allow_headers([AUTHORIZATION, CONTENT_TYPE])
}

pub fn before() -> CorsLayer {
    CorsLayer::new().allow_headers(HEADERS).allow_origin(AllowOrigin::any())
}

pub trait Traced {
    fn allow_traced_headers(self, headers: Vec<HeaderName>) -> Self;
}

impl Traced for CorsLayer {
    fn allow_traced_headers(self, mut headers: Vec<HeaderName>) -> CorsLayer {
        headers.push(HeaderName::from_static("traceparent"));
        self.allow_headers(headers)
    }
}

pub fn by_own_trait() -> CorsLayer {
    CorsLayer::new().allow_origin(Any).allow_traced_headers(vec![AUTHORIZATION, ACCEPT])
}

pub fn in_variables(names: Vec<http::HeaderValue>) -> CorsLayer {
    let origin = if names.is_empty() { AllowOrigin::any() } else { AllowOrigin::list(names) };
    let headers = vec![http::header::AUTHORIZATION, ACCEPT];
    let policy = CorsLayer::new().allow_origin(origin);
    policy.allow_headers(headers)
}

pub fn actix() -> actix_cors::Cors {
    actix_cors::Cors::default().allow_any_origin().allowed_header(actix_web::http::header::AUTHORIZATION)
}

pub fn actix_by_text() -> actix_cors::Cors {
    let mut cors = actix_cors::Cors::default().allow_any_origin();
    cors = cors.allowed_headers(vec!["Accept", "Authorization"]);
    cors
}

pub fn rocket() -> rocket_cors::CorsOptions {
    rocket_cors::CorsOptions {
        allowed_origins: rocket_cors::AllowedOrigins::all(),
        allowed_headers: rocket_cors::AllowedHeaders::some(&["Authorization", "Accept"]),
        ..Default::default()
    }
}

pub fn other_headers() -> CorsLayer {
    CorsLayer::new().allow_origin(Any).allow_headers([ACCEPT, CONTENT_TYPE]) //~ any-origin-cors
}

/// It hands the token out.
pub fn exposed() -> CorsLayer {
    CorsLayer::new().allow_origin(Any).expose_headers([AUTHORIZATION]) //~ any-origin-cors
}

/// Another policy names the header.
pub fn two() -> (CorsLayer, CorsLayer) {
    let named = CorsLayer::new().allow_headers([AUTHORIZATION]);
    let open = CorsLayer::new().allow_origin(Any); //~ any-origin-cors
    (named, open)
}
