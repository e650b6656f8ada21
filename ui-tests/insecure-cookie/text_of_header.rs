//@ dep: axum = "0.7"
//@ dep: cookie = "0.18"
//! A cookie becomes the text of a header without a jar.

use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use cookie::{Cookie, SameSite};

pub fn bare(headers: &mut HeaderMap, token: String) {
    let cookie = Cookie::new("session", token); //~ insecure-cookie
    headers.append(SET_COOKIE, cookie.to_string().parse().expect("ascii"));
}

pub fn half(headers: &mut HeaderMap, token: String) {
    let cookie = Cookie::build(("session", token)).http_only(true).build(); //~ insecure-cookie
    headers.append(SET_COOKIE, cookie.encoded().to_string().parse().expect("ascii"));
}

pub fn whole(headers: &mut HeaderMap, token: String) {
    let cookie = Cookie::build(("session", token)).http_only(true).secure(true).same_site(SameSite::Lax);
    headers.append(SET_COOKIE, cookie.build().to_string().parse().expect("ascii"));
}

pub fn of_settings(headers: &mut HeaderMap, token: String, https: bool) {
    let mut cookie = Cookie::new("session", token);
    cookie.set_http_only(true);
    cookie.set_secure(https);
    headers.append(SET_COOKIE, cookie.to_string().parse().expect("ascii"));
}

pub fn theme(headers: &mut HeaderMap, name: String) {
    headers.append(SET_COOKIE, Cookie::new("theme", name).to_string().parse().expect("ascii"));
}
