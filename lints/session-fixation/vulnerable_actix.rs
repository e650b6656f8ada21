//@ dep: actix-session = "0.10"
//@ dep: actix-web = "4"

use actix_session::Session;
use actix_web::{Error, HttpResponse};

pub async fn login(session: Session, user: i64) -> Result<HttpResponse, Error> {
    session.insert("user_id", user)?; //~ session-fixation
    Ok(HttpResponse::Ok().finish())
}
