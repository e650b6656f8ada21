//@ dep: http = "1"
//! The headers of the server.

use http::header::{ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_ORIGIN, ORIGIN};
use http::{HeaderMap, HeaderValue};

pub fn copied(request: &HeaderMap, answer: &mut HeaderMap) {
    if let Some(origin) = request.get(ORIGIN) {
        answer.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone()); //~ mirrored-origin
        answer.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    }
}

pub fn by_text(request: &HeaderMap, answer: &mut HeaderMap) {
    let any = HeaderValue::from_static("*");
    let origin = request.get("Origin").cloned().unwrap_or(any);
    answer.insert("access-control-allow-origin", origin); //~ mirrored-origin
    answer.insert("access-control-allow-credentials", HeaderValue::from_static("true"));
}
