//@ dep: rocket = "0.5"
//! A guard that forwards refuses; one that makes a member up does not.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Build, Rocket, delete, post, routes};

fn member_of(token: &str) -> Option<u64> {
    std::fs::read_to_string(format!("members/{token}")).ok()?.trim().parse().ok()
}

pub struct Member(pub u64);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Member {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Member, ()> {
        match request.headers().get_one("Authorization").and_then(member_of) {
            Some(number) => Outcome::Success(Member(number)),
            None => Outcome::Forward(Status::Unauthorized),
        }
    }
}

pub struct Owner(pub u64);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Owner {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Owner, ()> {
        match request.headers().get_one("Authorization").and_then(member_of) {
            Some(number) => Outcome::Success(Owner(number)),
            None => Outcome::Success(Owner(0)), //~ guard-never-rejects
        }
    }
}

pub fn application() -> Rocket<Build> {
    rocket::build().mount("/rooms", routes![open, close])
}

#[post("/<id>")]
fn open(_member: Member, id: u64) -> String {
    id.to_string()
}

#[delete("/<id>")]
fn close(_owner: Owner, id: u64) -> String {
    id.to_string()
}
