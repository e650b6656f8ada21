//@ dep: cookie = { version = "0.18", features = ["signed"] }
//! Keeps the signed-in account in a signed cookie.

use cookie::{Cookie, CookieJar, Key};

/// A cookie with a signature that anybody can make.
pub fn remember(jar: &mut CookieJar, account: &str) {
    let key = Key::from(&[7; 64]); //~ hardcoded-key
    jar.signed_mut(&key).add(Cookie::new("account", account.to_owned()));
}
