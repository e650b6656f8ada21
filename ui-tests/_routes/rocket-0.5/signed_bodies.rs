//@ dep: rocket = "0.5"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! What is made of the body of a request may refuse it too.

use hmac::{Hmac, Mac};
use rocket::data::{self, Data, FromData, ToByteUnit};
use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::{Build, Request, Rocket, post, routes};
use sha2::Sha256;

pub struct Sealed(Vec<u8>);

#[rocket::async_trait]
impl<'r> FromData<'r> for Sealed {
    type Error = ();

    async fn from_data(req: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        let Ok(secret) = std::env::var("SEAL_SECRET") else { return Outcome::Error((Status::Unauthorized, ())) };
        let Some(given) = req.headers().get_one("X-Seal-Mac") else { return Outcome::Error((Status::Unauthorized, ())) };
        let bytes = match data.open(64.kibibytes()).into_bytes().await {
            Ok(bytes) => bytes.value,
            Err(_) => return Outcome::Error((Status::BadRequest, ())),
        };
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
            return Outcome::Error((Status::Unauthorized, ()));
        };
        mac.update(&bytes);
        match mac.verify_slice(given.as_bytes()) {
            Ok(()) => Outcome::Success(Sealed(bytes)),
            Err(_) => Outcome::Error((Status::Unauthorized, ())),
        }
    }
}

pub struct Anything(Vec<u8>);

#[rocket::async_trait]
impl<'r> FromData<'r> for Anything {
    type Error = ();

    async fn from_data(_: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        match data.open(64.kibibytes()).into_bytes().await {
            Ok(bytes) => Outcome::Success(Anything(bytes.value)),
            Err(_) => Outcome::Error((Status::BadRequest, ())),
        }
    }
}

#[post("/letters", data = "<body>")]
fn letter(body: Sealed) -> Vec<u8> {
    body.0
}

#[post("/postcards", data = "<body>")]
fn postcard(body: Anything) -> Vec<u8> {
    body.0
}

pub fn server() -> Rocket<Build> {
    rocket::build().mount("/", routes![letter, postcard])
}
