//@ dep: actix-web = "4"
//! Who asks, or nobody, is handed to the question whether the record may be changed: what is open to everybody, it decides.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::error::ErrorUnauthorized;
use actix_web::{Error, FromRequest, HttpRequest, web};

#[derive(Clone)]
pub struct User(pub String);

impl FromRequest for User {
    type Error = Error;
    type Future = Ready<Result<User, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = request.headers().get("authorization").and_then(|value| value.to_str().ok());
        ready(found.map(|name| User(name.to_owned())).ok_or_else(|| ErrorUnauthorized("sign in first")))
    }
}

pub trait Rules: Send + Sync {
    fn check_access(&self, record: &str, user: Option<&User>) -> Result<(), Error>;
}

pub fn configure(config: &mut web::ServiceConfig) {
    config
        .route("/notes", web::post().to(create))
        .route("/labels", web::post().to(create))
        .route("/notes/{id}", web::delete().to(remove))
        .route("/labels/{id}", web::delete().to(forget)); //~ optional-authentication-on-write
}

async fn create(user: User, text: String) -> String {
    user.0 + &text
}

async fn remove(rules: web::Data<dyn Rules>, user: Option<User>, id: web::Path<String>) -> Result<String, Error> {
    rules.check_access(&id, user.as_ref())?;
    Ok(id.into_inner())
}

async fn forget(rules: web::Data<dyn Rules>, user: Option<User>, id: web::Path<String>) -> Result<String, Error> {
    rules.check_access(&id, None)?;
    Ok(user.map(|user| user.0).unwrap_or_default())
}
