//@ dep: cookie = "0.18"
//! The cookie is made by one function, kept by another.

use cookie::{Cookie, CookieJar};

fn plain(id: String) -> Cookie<'static> {
    Cookie::new("session", id)
}

fn guarded(id: String) -> Cookie<'static> {
    Cookie::build(("session", id)).secure(true).http_only(true).build()
}

fn keep(jar: &mut CookieJar, cookie: Cookie<'static>) {
    jar.add(cookie);
}

pub fn bad_session(jar: &mut CookieJar, id: String) {
    keep(jar, plain(id)); //~ insecure-cookie
}

pub fn good_session(jar: &mut CookieJar, id: String) {
    keep(jar, guarded(id));
}
