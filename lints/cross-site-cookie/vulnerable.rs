//@ dep: cookie = "0.18"
//! The cookie of a session.

use cookie::{Cookie, SameSite};

/// Every website can make the browser of a customer send it.
pub fn session_cookie(id: String) -> Cookie<'static> {
    Cookie::build(("session", id))
        .http_only(true)
        .secure(true)
        .same_site(SameSite::None) //~ cross-site-cookie
        .build()
}
