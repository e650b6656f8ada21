//@ dep: http = "1"
//! The headers of the server.

use http::header::{ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_ORIGIN, ORIGIN};
use http::{HeaderMap, HeaderValue};

/// Without a list every website may read the answers.
pub fn allow(request: &HeaderMap, answer: &mut HeaderMap, list: Option<&[String]>) {
    let origin = request.get(ORIGIN).and_then(|o| o.to_str().ok());
    let allowed = match (origin, list) {
        (Some(origin), Some(list)) if list.iter().any(|known| known == origin) => Some(origin),
        (Some(origin), None) => Some(origin), //~ mirrored-origin
        _ => None,
    };
    if let Some(value) = allowed.and_then(|o| HeaderValue::from_str(o).ok()) {
        answer.insert(ACCESS_CONTROL_ALLOW_ORIGIN, value);
        answer.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    }
}
