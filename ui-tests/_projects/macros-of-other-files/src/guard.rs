//! Who asks.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};

use crate::macros::unwrap_or_leave;

pub struct Keeper(pub String);

pub struct Anybody(pub String);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Keeper {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let token = request.headers().get_one("Authorization");
        let token = unwrap_or_leave!(token.ok_or(Outcome::Error((Status::Unauthorized, ()))));
        let name = unwrap_or_leave!(keeper_of(token).ok_or(Outcome::Error((Status::Unauthorized, ()))));
        Outcome::Success(Keeper(name))
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Anybody {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let language = request.headers().get_one("Accept-Language");
        let language = unwrap_or_leave!(language.ok_or(Outcome::Error((Status::BadRequest, ()))));
        Outcome::Success(Anybody(language.to_owned()))
    }
}

fn keeper_of(token: &str) -> Option<String> {
    crate::verify_token(token)
}
