//@ dep: cookie = "0.18"
//! The cookie of a session.

use cookie::{Cookie, SameSite};

/// Sent over TLS only, out of reach of scripts, not sent along from other sites.
pub fn session_cookie(id: String) -> Cookie<'static> {
    Cookie::build(("session", id))
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(true)
        .build()
}
