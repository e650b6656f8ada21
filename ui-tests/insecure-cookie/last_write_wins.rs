//@ dep: cookie = "0.18"
//! The last write of an attribute counts, also over the end of the builder.

use cookie::Cookie;

pub fn bad(id: String) -> Cookie<'static> {
    let mut cookie = Cookie::build(("session", id)).secure(true).http_only(true).build();
    cookie.set_secure(false); //~ insecure-cookie
    cookie
}

pub fn good(id: String) -> Cookie<'static> {
    let mut cookie = Cookie::build(("session", id)).secure(false).http_only(true).build();
    cookie.set_secure(Some(true));
    cookie
}

pub fn unset(id: String) -> Cookie<'static> {
    let mut cookie = Cookie::build(("session", id)).http_only(true).build();
    cookie.set_secure(None); //~ insecure-cookie
    cookie
}
