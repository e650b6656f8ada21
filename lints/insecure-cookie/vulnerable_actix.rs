//@ dep: actix-web = { version = "4", default-features = false, features = ["cookies"] }
//@ dep: actix-session = { version = "0.10", features = ["cookie-session"] }
//! Sessions of the web shop.

use actix_session::SessionMiddleware;
use actix_session::storage::CookieSessionStore;
use actix_web::cookie::Key;

/// A script on the page, wherever it comes from, can read the session.
pub fn sessions(key: Key) -> SessionMiddleware<CookieSessionStore> {
    SessionMiddleware::builder(CookieSessionStore::default(), key)
        .cookie_http_only(false) //~ insecure-cookie
        .build()
}
