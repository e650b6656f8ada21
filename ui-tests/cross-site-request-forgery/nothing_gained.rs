//@ dep: axum = "0.8"
//@ dep: axum-extra = { version = "0.10", features = ["cookie-signed"] }
//! Whoever makes somebody else renew a session, or leave it, gains nothing.

use axum::http::StatusCode;
use axum::routing::post;
use axum::Router;
use axum_extra::extract::cookie::{Cookie, Key, SameSite, SignedCookieJar};

async fn refresh(jar: SignedCookieJar) -> Result<SignedCookieJar, StatusCode> {
    let session = jar.get("session").ok_or(StatusCode::UNAUTHORIZED)?.value().to_owned();
    Ok(jar.add(session_cookie(session)))
}

async fn log_out(jar: SignedCookieJar) -> Result<SignedCookieJar, StatusCode> {
    jar.get("session").ok_or(StatusCode::UNAUTHORIZED)?;
    Ok(jar.remove(Cookie::from("session")))
}

fn session_cookie(id: String) -> Cookie<'static> {
    Cookie::build(("session", id)).secure(true).http_only(true).same_site(SameSite::None).build()
}

pub fn routes(key: Key) -> Router {
    Router::new().route("/session/refresh", post(refresh)).route("/session/end", post(log_out)).with_state(key)
}
