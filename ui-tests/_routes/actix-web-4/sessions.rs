//@ dep: actix-web = "4"
//@ dep: actix-session = { version = "0.10", features = ["cookie-session"] }
//! Functions that are given the session: what they say of who is signed in.

use actix_session::Session;
use actix_web::{HttpResponse, delete, get, put, web};

#[put("/profile")]
async fn rename(session: Session, name: String) -> HttpResponse {
    let account = match signed_in(&session).await {
        Ok(account) => account,
        Err(why) => return HttpResponse::Unauthorized().body(why),
    };
    HttpResponse::Ok().body(format!("{account} {name}"))
}

#[delete("/profile")]
async fn leave(session: Session) -> HttpResponse {
    match account_of(&session) {
        Ok(Some(account)) => HttpResponse::Ok().body(account.to_string()),
        _ => HttpResponse::Unauthorized().finish(),
    }
}

#[get("/profile")]
async fn show(session: Session) -> HttpResponse {
    let account = account_of(&session).ok().flatten();
    HttpResponse::Ok().body(format!("{account:?}"))
}

async fn signed_in(session: &Session) -> Result<u64, String> {
    match session.get("account") {
        Ok(account) => match account {
            None => Err("nobody is signed in".to_owned()),
            Some(account) => Ok(account),
        },
        Err(why) => Err(why.to_string()),
    }
}

fn account_of(session: &Session) -> Result<Option<u64>, String> {
    session.get("account").map_err(|why| why.to_string())
}

pub fn routes(config: &mut web::ServiceConfig) {
    config.service(rename).service(leave).service(show);
}
