//@ dep: cookie = "0.18"
//! A chain that leaves an attribute out.

use cookie::{Cookie, CookieJar};

pub fn bad(jar: &mut CookieJar, id: String) {
    let cookie = Cookie::build(("sid", id)).path("/").http_only(true).build(); //~ insecure-cookie
    jar.add(cookie);
}

pub fn good(jar: &mut CookieJar, id: String) {
    let cookie = Cookie::build(("sid", id)).path("/").http_only(true).secure(true).build();
    jar.add(cookie);
}

pub fn removed(jar: &mut CookieJar) {
    jar.add(Cookie::build("sid").removal().build());
}
