//@ dep: actix-web = "4"
//! `Option` of a guard lets everybody pass.

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

pub fn configure(config: &mut web::ServiceConfig) {
    config
        .route("/notes", web::post().to(create))
        .route("/labels", web::post().to(create))
        .route("/notes/{id}", web::delete().to(remove)); //~ optional-authentication-on-write
}

async fn create(user: User, text: String) -> String {
    user.0 + &text
}

async fn remove(user: Option<User>) -> String {
    user.map(|user| user.0).unwrap_or_default()
}
