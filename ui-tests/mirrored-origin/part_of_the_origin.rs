//@ dep: tower-http = { version = "0.6", features = ["cors"] }
//@ dep: http = "1"
//! A test that looks at a part of the origin lets others in; one at a whole part does not.

use http::{HeaderMap, HeaderValue, request::Parts};
use tower_http::cors::{AllowOrigin, CorsLayer};

pub fn by_end() -> CorsLayer {
    CorsLayer::new().allow_credentials(true).allow_origin(AllowOrigin::predicate(
        |origin: &HeaderValue, _: &Parts| origin.as_bytes().ends_with(b"example.com"), //~ mirrored-origin
    ))
}

pub fn by_beginning() -> CorsLayer {
    let local = AllowOrigin::predicate(|origin: &HeaderValue, _: &Parts| {
        origin.to_str().is_ok_and(|text| text.starts_with("http://localhost")) //~ mirrored-origin
    });
    CorsLayer::new().allow_origin(local).allow_credentials(true)
}

pub fn by_port() -> CorsLayer {
    let local = AllowOrigin::predicate(|origin: &HeaderValue, _: &Parts| {
        origin.to_str().is_ok_and(|text| text.starts_with("http://localhost:"))
    });
    CorsLayer::new().allow_origin(local).allow_credentials(true)
}

pub fn by_dot() -> CorsLayer {
    CorsLayer::new().allow_credentials(true).allow_origin(AllowOrigin::predicate(
        |origin: &HeaderValue, _: &Parts| origin.as_bytes().ends_with(b".example.com"),
    ))
}

/// Nothing of the visitor is sent along.
pub fn without_cookies() -> CorsLayer {
    CorsLayer::new().allow_origin(AllowOrigin::predicate(
        |origin: &HeaderValue, _: &Parts| origin.as_bytes().ends_with(b"example.com"),
    ))
}

pub fn by_both() -> CorsLayer {
    CorsLayer::new().allow_credentials(true).allow_origin(AllowOrigin::predicate(
        |origin: &HeaderValue, _: &Parts| {
            origin.as_bytes().starts_with(b"https://example.com") && origin.len() == 19
        },
    ))
}

pub fn by_hand(request: &HeaderMap, headers: &mut HeaderMap) {
    let Some(origin) = request.get("origin").and_then(|value| value.to_str().ok()) else { return };
    if origin.ends_with("example.com") {
        headers.insert("access-control-allow-origin", HeaderValue::from_str(origin).expect("ascii")); //~ mirrored-origin
        headers.insert("access-control-allow-credentials", HeaderValue::from_static("true"));
    }
}

pub fn by_hand_whole(request: &HeaderMap, headers: &mut HeaderMap) {
    let Some(origin) = request.get("origin").and_then(|value| value.to_str().ok()) else { return };
    if origin.ends_with(".example.com") {
        headers.insert("access-control-allow-origin", HeaderValue::from_str(origin).expect("ascii"));
        headers.insert("access-control-allow-credentials", HeaderValue::from_static("true"));
    }
}
