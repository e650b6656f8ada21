//@ dep: actix-session = "0.10"
//@ dep: actix-web = "4"

use actix_session::Session;
use actix_web::{Error, HttpResponse};

pub async fn login(session: Session, user: i64) -> Result<HttpResponse, Error> {
    session.renew();
    session.insert("user_id", user)?;
    Ok(HttpResponse::Ok().finish())
}
