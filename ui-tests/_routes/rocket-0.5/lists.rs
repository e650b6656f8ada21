//@ dep: rocket = "0.5"
//! Lists of routes from functions, joined under conditions; ranks; a guard that refuses by a macro.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Build, Rocket, Route, delete, get, post, routes};

macro_rules! refuse {
    ($text:expr) => {
        return Outcome::Error((Status::Unauthorized, $text))
    };
}

pub struct Member(pub String);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Member {
    type Error = &'static str;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        let token = if let Some(header) = request.headers().get_one("Authorization") {
            header
        } else {
            refuse!("no token")
        };
        let Some(name) = accounts::by_token(token) else { refuse!("unknown token") };
        Outcome::Success(Member(name))
    }
}

pub struct Chief(pub Member);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Chief {
    type Error = &'static str;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        let member = rocket::outcome::try_outcome!(Member::from_request(request).await);
        if member.0 == "chief" { Outcome::Success(Chief(member)) } else { refuse!("not the chief") }
    }
}

mod accounts {
    pub fn by_token(token: &str) -> Option<String> {
        Some(token.to_owned())
    }
}

fn notes() -> Vec<Route> {
    routes![page, page_for_guests, write, remove]
}

fn health(enabled: bool) -> Vec<Route> {
    if !enabled {
        return routes![];
    }
    routes![alive]
}

fn all() -> Vec<Route> {
    let mut all = Vec::new();
    all.append(&mut notes());
    all.extend(health(true));
    all
}

pub fn build(base: &str) -> Rocket<Build> {
    rocket::build().mount([base, "/api"].concat(), all()).mount("/", routes![crate::alive])
}

#[get("/page?<query>")]
fn page(_member: Member, query: String) -> String {
    query
}

#[get("/page", rank = 2)]
fn page_for_guests() -> &'static str {
    "hello"
}

#[post("/notes", data = "<text>")]
fn write(_member: Member, text: String) -> String {
    text
}

#[delete("/notes/<id>")]
fn remove(_: Chief, id: u64) -> String {
    id.to_string()
}

#[get("/alive")]
fn alive() -> &'static str {
    "yes"
}
