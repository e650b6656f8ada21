//@ dep: poem = { version = "3", features = ["cookie", "session"] }
//! The key of cookies goes by a name of the framework.

use poem::session::CookieConfig;
use poem::web::cookie::CookieKey;

pub fn sessions() -> CookieConfig {
    let key = CookieKey::derive_from(b"a key of the cookies for all of the forums"); //~ hardcoded-key
    CookieConfig::private(key).name("forum")
}

pub fn other_sessions(secret: &[u8]) -> CookieConfig {
    CookieConfig::private(CookieKey::derive_from(secret)).name("forum")
}
