//@ dep: rocket = "0.5"
//! A guard that refuses, an optional one, one that is renamed, none.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Build, Rocket, delete, patch, post, put, routes};

pub struct User(pub String);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for User {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<User, ()> {
        match request.headers().get_one("authorization") {
            Some(name) => Outcome::Success(User(name.to_owned())),
            None => Outcome::Error((Status::Unauthorized, ())),
        }
    }
}

use self::User as Member;

pub fn application() -> Rocket<Build> {
    rocket::build().mount("/api", routes![create, change, label, remove])
}

#[post("/notes", data = "<text>")]
fn create(user: User, text: String) -> String {
    user.0 + &text
}

#[put("/notes/<id>")]
fn change(_user: Member, id: u64) -> String {
    id.to_string()
}

#[patch("/notes/<id>")]
fn label(user: Option<User>, id: u64) -> String { //~ optional-authentication-on-write
    user.map(|user| user.0).unwrap_or_default() + &id.to_string()
}

#[delete("/notes/<id>")]
fn remove(id: u64) -> String { //~ missing-authorization
    id.to_string()
}
