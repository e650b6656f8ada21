//@ dep: rocket = "0.5"
//! What is attached mounts routes before the server starts.

use rocket::fairing::AdHoc;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Build, Rocket, delete, get, http::Status, routes};

pub struct Keeper;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Keeper {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        match request.headers().get_one("authorization") {
            Some("Bearer keeper") => Outcome::Success(Keeper),
            _ => Outcome::Error((Status::Unauthorized, ())),
        }
    }
}

#[get("/")]
fn list() -> &'static str {
    "loans"
}

#[delete("/<id>")]
fn end(_keeper: Keeper, id: u32) -> String {
    id.to_string()
}

#[get("/")]
fn shelves() -> &'static str {
    "shelves"
}

pub fn stage() -> AdHoc {
    AdHoc::on_ignite("loans", |rocket| async { rocket.mount("/loans", routes![list, end]) })
}

pub fn rocket() -> Rocket<Build> {
    rocket::build().attach(stage()).attach(AdHoc::try_on_ignite("shelves", |rocket| async move {
        Ok(rocket.mount("/shelves", routes![shelves]))
    }))
}
