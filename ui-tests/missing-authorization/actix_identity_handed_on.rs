//@ dep: actix-web = "4"
//! Who asks comes from a middleware that was perhaps never set up; far below the handler somebody may refuse.

use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::error::{ErrorForbidden, ErrorUnauthorized};
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest, delete, post, put, web};

#[derive(Clone)]
pub struct Auth {
    pub subject: Option<String>,
    pub all: bool,
}

pub struct RequestAuth(pub Auth);

impl FromRequest for RequestAuth {
    type Error = Infallible;
    type Future = Ready<Result<RequestAuth, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(RequestAuth(take_auth(request))))
    }
}

fn take_auth(request: &HttpRequest) -> Auth {
    request.extensions_mut().remove::<Auth>().unwrap_or_else(|| Auth { subject: None, all: true })
}

pub struct Operator(pub String);

impl FromRequest for Operator {
    type Error = Error;
    type Future = Ready<Result<Operator, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = request.headers().get("authorization").and_then(|value| value.to_str().ok());
        ready(found.map(|name| Operator(name.to_owned())).ok_or_else(|| ErrorUnauthorized("sign in first")))
    }
}

pub trait Queue: Send + Sync {
    fn submit(&self, name: String, auth: Auth) -> Result<(), Error>;
}

pub fn may(auth: &Auth) -> Result<(), Error> {
    if auth.all || auth.subject.is_some() { Ok(()) } else { Err(ErrorForbidden("not yours")) }
}

pub fn configure(config: &mut web::ServiceConfig) {
    config.service(create).service(rename).service(remove).service(empty);
}

#[post("/collections/{name}")]
async fn create(name: web::Path<String>, operator: Operator) -> String {
    name.into_inner() + &operator.0
}

#[put("/collections/{name}")]
async fn rename(name: web::Path<String>, operator: Operator) -> String {
    name.into_inner() + &operator.0
}

#[delete("/collections/{name}")]
async fn remove(
    name: web::Path<String>,
    queue: web::Data<dyn Queue>,
    RequestAuth(auth): RequestAuth,
) -> Result<String, Error> {
    queue.submit(name.into_inner(), auth)?;
    Ok("removed".to_owned())
}

#[delete("/collections/{name}/points")]
async fn empty(name: web::Path<String>) -> String { //~ missing-authorization
    name.into_inner()
}
