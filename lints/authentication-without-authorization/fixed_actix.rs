//@ dep: actix-web = "4"
//@ dep: serde = "1"
//! Comments under articles.

use std::collections::HashMap;
use std::future::{Ready, ready};
use std::sync::Mutex;

use actix_web::dev::Payload;
use actix_web::error::{ErrorForbidden, ErrorInternalServerError, ErrorUnauthorized};
use actix_web::http::header::AUTHORIZATION;
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, post, web};

/// Who has signed in, by token.
pub type Sessions = HashMap<String, u64>;

/// Somebody who is signed in.
pub struct Session {
    user_id: u64,
}

impl FromRequest for Session {
    type Error = Error;
    type Future = Ready<Result<Session, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let token = request.headers().get(AUTHORIZATION).and_then(|h| h.to_str().ok());
        let sessions = request.app_data::<web::Data<Sessions>>();
        let found = token.zip(sessions).and_then(|(token, sessions)| sessions.get(token).copied());
        ready(found.map(|user_id| Session { user_id }).ok_or_else(|| ErrorUnauthorized("sign in first")))
    }
}

/// Which comment is removed.
#[derive(serde::Deserialize)]
pub struct Removal {
    comment_id: u64,
}

/// Author and text by identifier.
pub type Comments = Mutex<HashMap<u64, (u64, String)>>;

/// Registers the routes.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(remove);
}

#[post("/comments/remove")]
async fn remove(
    session: Session,
    comments: web::Data<Comments>,
    form: web::Json<Removal>,
) -> Result<HttpResponse, Error> {
    let mut comments = comments.lock().map_err(|_| ErrorInternalServerError("poisoned"))?;
    match comments.get(&form.comment_id) {
        Some((author, _)) if *author == session.user_id => {}
        _ => return Err(ErrorForbidden("not your comment")),
    }
    comments.remove(&form.comment_id);
    Ok(HttpResponse::NoContent().finish())
}
