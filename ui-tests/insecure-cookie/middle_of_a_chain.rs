//@ dep: actix-session = "0.10"
//@ dep: actix-web = "4"
//@ dep: tower-sessions = "0.13"
//! Setters that nothing is known of, and others that are, stand before the one that matters.

use actix_session::SessionMiddleware;
use actix_session::storage::CookieSessionStore;
use actix_web::cookie::Key;
use tower_sessions::{MemoryStore, SessionManagerLayer};

pub fn shop(key: Key, secure: bool) -> SessionMiddleware<CookieSessionStore> {
    SessionMiddleware::builder(CookieSessionStore::default(), key)
        .cookie_name("basket".to_string())
        .cookie_secure(secure)
        .cookie_http_only(false) //~ insecure-cookie
        .build()
}

pub fn forum() -> SessionManagerLayer<MemoryStore> {
    SessionManagerLayer::new(MemoryStore::default())
        .with_name("board")
        .with_secure(true)
        .with_http_only(false) //~ insecure-cookie
}

pub fn office(key: Key) -> SessionMiddleware<CookieSessionStore> {
    SessionMiddleware::builder(CookieSessionStore::default(), key)
        .cookie_name("desk".to_string())
        .cookie_path("/office".to_string())
        .cookie_http_only(true)
        .build()
}
