//@ dep: cookie = "0.16"
//! Before 0.18 the constructor takes name and value, and the chain ends with `finish`.

use cookie::{Cookie, CookieJar};

pub fn bad(jar: &mut CookieJar, id: String) {
    let cookie = Cookie::build("session", id).http_only(true).finish(); //~ insecure-cookie
    jar.add(cookie);
}

pub fn good(jar: &mut CookieJar, id: String) {
    jar.add(Cookie::build("session", id).http_only(true).secure(true).finish());
}
