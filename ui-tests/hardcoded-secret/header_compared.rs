//@ dep: rocket = "0.5"
//! A header is compared with a constant whose name says nothing.
use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};

const VALID: &str = "rk-live-4e2a9c1b7f";
const JSON: &str = "application/json";

pub struct ApiKey;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for ApiKey {
    type Error = ();

    async fn from_request(req: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        match req.headers().get_one("x-api-key") {
            Some(key) if key == VALID => Outcome::Success(ApiKey), //~ hardcoded-secret
            Some(_) => Outcome::Error((Status::Forbidden, ())),
            None => Outcome::Forward(Status::Unauthorized),
        }
    }
}

pub struct Json;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Json {
    type Error = ();

    async fn from_request(req: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        match req.headers().get_one("accept") {
            Some(kind) if kind == JSON => Outcome::Success(Json),
            _ => Outcome::Forward(Status::NotAcceptable),
        }
    }
}
