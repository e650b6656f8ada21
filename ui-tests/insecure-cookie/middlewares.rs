//@ dep: actix-web = { version = "4", default-features = false, features = ["cookies"] }
//@ dep: actix-session = { version = "0.10", features = ["cookie-session"] }
//@ dep: tower-sessions = "0.14"
//@ dep: poem = { version = "3", features = ["session"] }
//! Switches of session middlewares.

use actix_session::SessionMiddleware;
use actix_session::storage::CookieSessionStore;
use actix_web::cookie::Key;
use poem::session::CookieConfig;
use tower_sessions::{MemoryStore, SessionManagerLayer};

pub fn actix(key: Key) -> SessionMiddleware<CookieSessionStore> {
    SessionMiddleware::builder(CookieSessionStore::default(), key).cookie_secure(false).build() //~ insecure-cookie
}

pub fn tower(store: MemoryStore) -> SessionManagerLayer<MemoryStore> {
    SessionManagerLayer::new(store).with_secure(false) //~ insecure-cookie
}

pub fn poem() -> CookieConfig {
    CookieConfig::default().secure(true).http_only(false) //~ insecure-cookie
}

pub fn kept(store: MemoryStore) -> SessionManagerLayer<MemoryStore> {
    SessionManagerLayer::new(store).with_secure(true).with_http_only(true)
}
