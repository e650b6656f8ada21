//@ dep: actix-web = "4"
//! A scope and resources.

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
    config.service(
        web::scope("/api")
            .service(web::resource("/notes").route(web::get().to(list)).route(web::post().to(create)))
            .service(
                web::resource("/notes/{id}")
                    .route(web::put().to(change))
                    .route(web::delete().to(remove)), //~ missing-authorization
            ),
    );
}

async fn list() -> &'static str {
    "public notes"
}

async fn create(user: User, text: String) -> String {
    user.0 + &text
}

async fn change(user: User, id: web::Path<u64>) -> String {
    format!("{} {id}", user.0)
}

async fn remove(id: web::Path<u64>) -> String {
    id.to_string()
}
