//@ dep: cookie = "0.18"
//! Each attribute, on the cookie itself.

use cookie::Cookie;

pub fn session_cookie(id: String) -> Cookie<'static> {
    let mut cookie = Cookie::new("session", id);
    cookie.set_secure(false); //~ insecure-cookie
    cookie.set_http_only(false); //~ insecure-cookie
    cookie
}
