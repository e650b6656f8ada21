//@ dep: axum = "0.8"
//! A text that is given to the header is a cookie, with hardly any attributes too.

use axum::http::header::{HeaderMap, HeaderValue, LOCATION, SET_COOKIE};

pub fn with_a_path(headers: &mut HeaderMap, token: &str) {
    headers.insert(SET_COOKIE, HeaderValue::from_str(&format!("session={token}; Path=/")).unwrap()); //~ handwritten-cookie
}

pub fn with_nothing(token: &str) -> [(&'static str, String); 1] {
    [("Set-Cookie", format!("session={token}"))] //~ handwritten-cookie
}

pub fn protected(headers: &mut HeaderMap, token: &str) {
    let text = format!("session={token}; Path=/; Secure; HttpOnly; SameSite=Lax");
    headers.insert(SET_COOKIE, HeaderValue::from_str(&text).unwrap());
}

pub fn no_cookie(headers: &mut HeaderMap, token: &str) {
    headers.insert(LOCATION, HeaderValue::from_str(&format!("/?session={token}; Path=/")).unwrap());
}

pub fn ended(headers: &mut HeaderMap) {
    headers.insert(SET_COOKIE, HeaderValue::from_static("session="));
}
