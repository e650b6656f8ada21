//@ dep: rocket = "0.5"
//! Rooms of a club: a request guard looks at the token.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Build, Rocket, delete, routes};

/// A guard refuses before the handler runs.
pub struct Member(pub u64);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Member {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Member, ()> {
        let token = request.headers().get_one("Authorization");
        match token.and_then(member_of) {
            Some(member) => Outcome::Success(member),
            None => Outcome::Error((Status::Unauthorized, ())),
        }
    }
}

fn member_of(token: &str) -> Option<Member> {
    let line = std::fs::read_to_string(format!("members/{token}")).ok()?;
    Some(Member(line.trim().parse().ok()?))
}

#[delete("/rooms/<id>")]
fn close(_member: Member, id: u64) -> String {
    id.to_string()
}

pub fn application() -> Rocket<Build> {
    rocket::build().mount("/", routes![close])
}
