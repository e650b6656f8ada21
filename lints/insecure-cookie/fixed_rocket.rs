//@ dep: rocket = { version = "0.5", features = ["secrets"] }
//! Signs somebody in.

use rocket::http::{Cookie, CookieJar};

/// A private cookie is encrypted, and `Secure`, `HttpOnly` and `SameSite` are set by the framework.
pub fn remember(jar: &CookieJar<'_>, session: String) {
    jar.add_private(Cookie::build(("session", session)).secure(true));
}
