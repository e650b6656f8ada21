//@ dep: actix-web = "4"
//@ dep: actix-session = "0.10"
//! Who signs out gets no session that is of use to who signs in.

use actix_session::Session;
use actix_web::HttpResponse;

pub fn accept(session: &Session, id: i32) -> Result<(), actix_session::SessionInsertError> {
    session.insert("user_id", id) //~ session-fixation
}

pub async fn logout(session: Session) -> HttpResponse {
    session.purge();
    HttpResponse::Ok().finish()
}
