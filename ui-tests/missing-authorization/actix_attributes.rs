//@ dep: actix-web = "4"
//! Routes by attributes, registered as services.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::error::ErrorUnauthorized;
use actix_web::{Error, FromRequest, HttpRequest, delete, get, post, put, web};

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
    config.service(list).service(create).service(change).service(remove);
}

#[get("/notes")]
async fn list() -> &'static str {
    "public notes"
}

#[post("/notes")]
async fn create(user: User, text: String) -> String {
    user.0 + &text
}

#[put("/notes/{id}")]
async fn change(user: User, id: web::Path<u64>) -> String {
    format!("{} {id}", user.0)
}

#[delete("/notes/{id}")]
async fn remove(id: web::Path<u64>) -> String { //~ missing-authorization
    id.to_string()
}
