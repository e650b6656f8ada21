//@ dep: cookie = "0.18"
//! The cookie of a session.

use cookie::{Cookie, SameSite};

/// Sent along links from other websites only.
pub fn session_cookie(id: String) -> Cookie<'static> {
    Cookie::build(("session", id)).http_only(true).secure(true).same_site(SameSite::Lax).build()
}
