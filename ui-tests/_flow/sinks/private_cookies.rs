//@ dep: axum-extra = { version = "0.9", features = ["cookie-private"] }
//@ dep: cookie = { version = "0.18", features = ["private"] }
//! The key of encrypted cookies is kept in the state of the application.

use axum_extra::extract::cookie::{Key, PrivateCookieJar};

#[derive(Clone)]
pub struct State {
    key: Key,
}

impl State {
    pub fn fixed() -> State {
        State { key: Key::from(&b"what encrypts the cookies of this server, and it is sixty four bytes"[..]) } //~ hardcoded-key
    }

    pub fn generated() -> State {
        State { key: Key::generate() }
    }

    pub fn jar(&self) -> PrivateCookieJar {
        PrivateCookieJar::new(self.key.clone())
    }
}
