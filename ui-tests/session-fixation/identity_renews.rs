//@ dep: actix-web = "4"
//@ dep: actix-identity = "0.9"
//@ dep: actix-session = "0.11"
//! `Identity::login` gives the session a new identifier by itself.

use actix_identity::Identity;
use actix_session::Session;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse};

pub async fn sign_in(request: HttpRequest, session: Session) -> Result<HttpResponse, Error> {
    Identity::login(&request.extensions(), "alice".to_owned())?;
    session.insert("user_id", 7)?;
    Ok(HttpResponse::Ok().finish())
}
