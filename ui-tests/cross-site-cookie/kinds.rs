//@ dep: cookie = "0.18"
//! Set on the cookie; the stricter kinds are right.

use cookie::{Cookie, SameSite};

pub fn everywhere(cookie: &mut Cookie<'static>) {
    cookie.set_same_site(SameSite::None); //~ cross-site-cookie
}

pub fn strict(cookie: &mut Cookie<'static>) {
    cookie.set_same_site(SameSite::Strict);
}

pub fn unsaid(cookie: &mut Cookie<'static>) {
    cookie.set_same_site(None);
}
