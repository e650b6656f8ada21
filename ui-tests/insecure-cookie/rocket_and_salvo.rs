//@ dep: rocket = "0.5"
//@ dep: salvo = "0.84"
//! Jars and answers of other frameworks, which add no `HttpOnly`.

use rocket::http::{Cookie, CookieJar};
use salvo::Response;

pub fn sign_in(jar: &CookieJar<'_>, token: String) {
    jar.add(Cookie::new("session", token)); //~ insecure-cookie
}

pub fn sign_in_well(jar: &CookieJar<'_>, token: String) {
    jar.add(Cookie::build(("session", token)).http_only(true).secure(true));
}

/// Private cookies get `HttpOnly` by themselves.
pub fn sign_in_private(jar: &CookieJar<'_>, id: String) {
    jar.add_private(Cookie::new("session", id));
}

pub fn greet(res: &mut Response, token: String) {
    res.add_cookie(salvo::http::cookie::Cookie::new("auth_token", token)); //~ insecure-cookie
}

pub fn greet_well(res: &mut Response, token: String) {
    let cookie = salvo::http::cookie::Cookie::build(("auth_token", token)).secure(true).http_only(true);
    res.add_cookie(cookie.build());
}
