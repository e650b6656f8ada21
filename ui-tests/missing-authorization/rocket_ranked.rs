//@ dep: rocket = "0.5"
//! The second route of a path only tells visitors to sign in, by a redirection.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::Redirect;
use rocket::{Route, get, post, routes};

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

pub fn all() -> Vec<Route> {
    routes![index, index_for_visitors, create]
}

#[get("/")]
fn index(user: User) -> String {
    user.0
}

#[get("/", rank = 2)]
fn index_for_visitors() -> Redirect {
    Redirect::to("/login")
}

#[post("/notes", data = "<text>")]
fn create(user: User, text: String) -> String {
    user.0 + &text
}
