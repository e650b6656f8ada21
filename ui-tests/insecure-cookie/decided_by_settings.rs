//@ dep: cookie = "0.18"
//! Values from outside, and the kind of build.

use cookie::{Cookie, SameSite};

pub fn session_cookie(id: String, https: bool) -> Cookie<'static> {
    Cookie::build(("session", id)).secure(https).http_only(true).same_site(SameSite::Strict).build()
}

pub fn csrf_cookie(id: String) -> Cookie<'static> {
    Cookie::build(("__Host-csrf", id)).secure(!cfg!(debug_assertions)).same_site(SameSite::Lax).build()
}
