//@ dep: cookie = "0.18"
//! The cookie of a session.

use cookie::{Cookie, SameSite};

/// One unencrypted request, for a picture say, shows the session to everybody on the network.
pub fn session_cookie(id: String) -> Cookie<'static> {
    Cookie::build(("session", id))
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(false) //~ insecure-cookie
        .build()
}
