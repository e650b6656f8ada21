//@ dep: axum = "0.8"
//@ dep: axum-extra = { version = "0.10", features = ["cookie-signed"] }
//! Named for a change, and changes nothing; a change that no cookie allows.

use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::get;
use axum_extra::extract::cookie::{Key, SignedCookieJar};

async fn create_token_hint(jar: SignedCookieJar) -> Result<String, StatusCode> {
    let user = jar.get("session").ok_or(StatusCode::UNAUTHORIZED)?;
    Ok(user.value().len().to_string())
}

async fn delete_by_key(headers: HeaderMap) -> Result<(), StatusCode> {
    let token = headers.get("authorization").ok_or(StatusCode::UNAUTHORIZED)?;
    verify_token(token.as_bytes()).ok_or(StatusCode::UNAUTHORIZED)?.delete();
    Ok(())
}

pub struct Account(Vec<u8>);

impl Account {
    fn delete(self) {
        drop(self.0);
    }
}

fn verify_token(token: &[u8]) -> Option<Account> {
    (token.len() == 32).then(|| Account(token.to_vec()))
}

pub fn routes(key: Key) -> Router {
    Router::new()
        .route("/hint", get(create_token_hint))
        .route("/delete", get(delete_by_key))
        .with_state(key)
}
