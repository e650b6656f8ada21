//@ dep: axum-extra = { version = "0.9", features = ["cookie"] }
//! A cookie whose name says that nothing is lost with it, in a function that also makes the one of a session.

use axum_extra::extract::cookie::{Cookie, CookieJar};

fn theme(name: &str) -> Cookie<'static> {
    Cookie::build(("theme", name.to_owned())).path("/").build()
}

pub fn sign_in(jar: CookieJar, session_token: String) -> CookieJar {
    let lang = Cookie::build(("lang", "de")).secure(false).http_only(false).build();
    let session = Cookie::build(("session", session_token)).secure(false).http_only(true).build(); //~ insecure-cookie
    jar.add(session).add(theme("dark")).add(lang)
}
