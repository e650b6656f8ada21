//@ dep: rocket = { version = "0.5", features = ["secrets"] }
//! A guard that lets routes of a lower rank answer strangers.

use rocket::http::Status;
use rocket::outcome::IntoOutcome;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{get, post, routes};

pub struct Member(u64);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Member {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let id = request.cookies().get_private("member").and_then(|cookie| cookie.value().parse().ok());
        id.map(Member).or_forward(Status::NotFound)
    }
}

#[get("/notes")]
fn list(member: Member) -> String {
    member.0.to_string()
}

#[get("/notes", rank = 2)]
fn sign_in_first() -> &'static str {
    "sign in"
}

#[post("/notes", data = "<text>")]
fn add(member: Member, text: String) -> std::io::Result<()> {
    std::fs::write(member.0.to_string(), text)
}

#[rocket::launch]
fn rocket() -> _ {
    rocket::build().mount("/", routes![list, sign_in_first, add])
}
