//@ dep: actix-web = { version = "4", features = ["cookies"] }
//@ dep: actix-session = { version = "0.10", features = ["cookie-session"] }
//@ dep: serde = { version = "1", features = ["derive"] }
//! A form that sends money.

use actix_session::config::BrowserSession;
use actix_session::storage::CookieSessionStore;
use actix_session::{Session, SessionMiddleware};
use actix_web::cookie::{Key, SameSite};
use actix_web::error::{ErrorInternalServerError, ErrorUnauthorized};
use actix_web::{post, web, Result};
use serde::Deserialize;

#[derive(Deserialize)]
struct Payment {
    to: String,
    cents: u64,
}

#[post("/pay")]
async fn pay(session: Session, payment: web::Form<Payment>) -> Result<String> {
    let account: Option<String> = session.get("account").map_err(ErrorInternalServerError)?;
    let account = account.ok_or_else(|| ErrorUnauthorized("sign in first"))?;
    Ok(format!("{account} pays {} to {}", payment.cents, payment.to))
}

/// The sessions of the bank.
pub fn sessions(key: Key) -> SessionMiddleware<CookieSessionStore> {
    SessionMiddleware::builder(CookieSessionStore::default(), key)
        .session_lifecycle(BrowserSession::default())
        .cookie_same_site(SameSite::Strict)
        .build()
}

/// The routes of the bank.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(pay);
}
