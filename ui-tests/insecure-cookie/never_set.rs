//@ dep: cookie = "0.18"
//! The cookie of a session whose attributes nobody sets, and one with all of them.

use cookie::{Cookie, CookieJar};

pub fn bad(jar: &mut CookieJar, id: String) {
    let cookie = Cookie::new("session", id); //~ insecure-cookie
    jar.add(cookie);
}

pub fn good(jar: &mut CookieJar, id: String) {
    let mut cookie = Cookie::new("session", id);
    cookie.set_path("/");
    cookie.set_secure(true);
    cookie.set_http_only(true);
    jar.add(cookie);
}

pub fn harmless(jar: &mut CookieJar) {
    jar.add(Cookie::new("theme", "dark"));
}
