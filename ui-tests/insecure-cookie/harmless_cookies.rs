//@ dep: cookie = "0.18"
//! Cookies that hold nothing of value, that scripts have to read, and that end.

use cookie::time::Duration;
use cookie::{Cookie, CookieJar};

pub fn theme(dark: bool) -> Cookie<'static> {
    Cookie::build(("theme", if dark { "dark" } else { "light" })).secure(false).http_only(false).build()
}

pub fn csrf_token(jar: &mut CookieJar, token: String) {
    jar.add(Cookie::build(("settings", token)).secure(true).build());
}

pub fn language(tag: String) -> Cookie<'static> {
    let mut cookie = Cookie::new("lang", tag);
    cookie.set_http_only(false);
    cookie
}

pub fn logout(jar: &mut CookieJar) {
    let mut cookie = Cookie::new("session", "");
    cookie.set_max_age(Duration::ZERO);
    jar.add(cookie);
}
