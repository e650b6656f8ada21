//@ dep: rocket = "0.5"
//! Methods of the guard that ask.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Build, Rocket, delete, put, routes};

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

impl Member {
    fn require_board(&self) -> Result<(), Status> {
        if self.0 < 10 { Ok(()) } else { Err(Status::Forbidden) }
    }

    fn is_admin(&self) -> bool {
        self.0 == 1
    }
}

pub fn application() -> Rocket<Build> {
    rocket::build().mount("/rooms", routes![close, paint])
}

#[delete("/<id>")]
fn close(member: Member, id: u64) -> String {
    let _ = member.require_board(); //~ ignored-authorization-result
    id.to_string()
}

#[put("/<id>")]
fn paint(member: Member, id: u64) -> Result<String, Status> {
    if member.is_admin() {
        println!("an administrator paints");
    }
    member.require_board()?;
    Ok(id.to_string())
}
