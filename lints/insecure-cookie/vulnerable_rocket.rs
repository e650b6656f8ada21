//@ dep: rocket = "0.5"
//! Signs somebody in.

use rocket::http::{Cookie, CookieJar};

/// A script that got into a page reads the session and sends it away.
pub fn remember(jar: &CookieJar<'_>, session: String) {
    let mut cookie = Cookie::new("session", session);
    cookie.set_secure(true);
    cookie.set_http_only(false); //~ insecure-cookie
    jar.add(cookie);
}
