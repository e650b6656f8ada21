//@ dep: http = "1"
//! The headers of the server.

use http::header::{ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_ORIGIN, ORIGIN};
use http::{HeaderMap, HeaderValue};

const KNOWN: &[&str] = &["https://a.example.org", "https://b.example.org"];

pub fn by_condition(request: &HeaderMap, answer: &mut HeaderMap) {
    if let Some(origin) = request.get(ORIGIN)
        && KNOWN.iter().any(|known| origin == known)
    {
        answer.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        answer.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    }
}

pub fn by_leaving(request: &HeaderMap, answer: &mut HeaderMap) {
    let Some(origin) = request.get(ORIGIN).and_then(|o| o.to_str().ok()) else { return };
    if !KNOWN.contains(&origin) {
        return;
    }
    if let Ok(value) = HeaderValue::from_str(origin) {
        answer.insert(ACCESS_CONTROL_ALLOW_ORIGIN, value);
        answer.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    }
}

pub fn by_filter(request: &HeaderMap, answer: &mut HeaderMap) {
    let allowed = request.get(ORIGIN).filter(|origin| KNOWN.iter().any(|known| origin == known));
    if let Some(origin) = allowed {
        answer.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        answer.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    }
}

pub struct Policy {
    known: Vec<HeaderValue>,
}

impl Policy {
    fn judge(&self, origin: &HeaderValue) -> (bool, bool) {
        (self.known.contains(origin), self.known.len() > 1)
    }

    pub fn by_outcome(&self, request: &HeaderMap, answer: &mut HeaderMap) {
        let Some(origin) = request.get(ORIGIN).cloned() else { return };
        let (allowed, _vary) = self.judge(&origin);
        if !allowed {
            return;
        }
        answer.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        answer.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    }
}
