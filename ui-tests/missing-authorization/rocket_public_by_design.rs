//@ dep: rocket = "0.5"
//! Signing in works without an account.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Build, Rocket, get, post, routes};

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

pub fn application() -> Rocket<Build> {
    rocket::build().mount("/", routes![health, login, signup, create])
}

#[get("/health")]
fn health() -> &'static str {
    "well"
}

#[post("/login", data = "<form>")]
fn login(form: String) -> String {
    form
}

#[post("/signup", data = "<form>")]
fn signup(form: String) -> String {
    form
}

#[post("/notes", data = "<text>")]
fn create(user: User, text: String) -> String {
    user.0 + &text
}
