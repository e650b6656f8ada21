//@ dep: actix-session = { version = "0.10", features = ["cookie-session"] }
//@ dep: actix-web = "4"
//! A choice that is made by a constant is none; what the other arm says never comes to pass.

use actix_session::SessionMiddleware;
use actix_session::storage::CookieSessionStore;
use actix_web::cookie::Key;

const BEHIND_PROXY: bool = true;

fn is_production() -> bool {
    let production = false;
    if production { true } else { false }
}

fn is_public(host: &str) -> bool {
    if host == "localhost" { false } else { true }
}

pub fn never(key: Key) -> SessionMiddleware<CookieSessionStore> {
    SessionMiddleware::builder(CookieSessionStore::default(), key)
        .cookie_secure(is_production()) //~ insecure-cookie
        .build()
}

pub fn depends(key: Key, host: &str) -> SessionMiddleware<CookieSessionStore> {
    SessionMiddleware::builder(CookieSessionStore::default(), key).cookie_secure(is_public(host)).build()
}

pub fn always(key: Key) -> SessionMiddleware<CookieSessionStore> {
    let secure = if BEHIND_PROXY { true } else { false };
    SessionMiddleware::builder(CookieSessionStore::default(), key).cookie_secure(secure).build()
}

pub fn found_in_a_loop(key: Key, names: &[String]) -> SessionMiddleware<CookieSessionStore> {
    let mut local = true;
    let mut seen = false;
    for name in names {
        if seen {
            local = false;
        }
        seen = name == "public";
    }
    let secure = if local { false } else { true };
    SessionMiddleware::builder(CookieSessionStore::default(), key).cookie_secure(secure).build()
}

pub fn set_by_a_closure(key: Key, names: &[String]) -> SessionMiddleware<CookieSessionStore> {
    let mut local = true;
    names.iter().for_each(|name| {
        if name == "public" {
            local = false;
        }
    });
    let secure = if local { false } else { true };
    SessionMiddleware::builder(CookieSessionStore::default(), key).cookie_secure(secure).build()
}
