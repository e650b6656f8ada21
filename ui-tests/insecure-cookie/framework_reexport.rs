//@ dep: actix-web = { version = "4", default-features = false, features = ["cookies"] }
//! The cookie of a framework is the cookie of the library.

use actix_web::cookie::Cookie;

pub fn session_cookie(id: &str) -> Cookie<'_> {
    Cookie::build("session", id).http_only(true).secure(false).finish() //~ insecure-cookie
}
