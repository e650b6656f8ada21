//@ dep: cookie = { version = "0.18", features = ["signed"] }
//! Keeps the signed-in account in a signed cookie.

use cookie::{Cookie, CookieJar, Key};

/// A cookie with a signature that only this installation can make; `key` was read when the program began.
pub fn remember(jar: &mut CookieJar, key: &Key, account: &str) {
    jar.signed_mut(key).add(Cookie::new("account", account.to_owned()));
}
