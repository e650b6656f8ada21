//@ dep: rocket = "0.5"
//! Shopping lists: who is signed in may change them.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Build, Rocket, delete, post, put, routes};

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

pub fn application() -> Rocket<Build> {
    rocket::build().mount("/lists", routes![create, rename, remove])
}

#[post("/", data = "<name>")]
fn create(member: Member, name: String) -> String {
    name + &member.0.to_string()
}

#[put("/<id>", data = "<name>")]
fn rename(_member: Member, id: u64, name: String) -> String {
    name + &id.to_string()
}

/// `Option` of a guard is `None` where the guard refuses.
#[delete("/<id>")]
fn remove(member: Option<Member>, id: u64) -> Status { //~ optional-authentication-on-write
    let who = member.map_or(0, |member| member.0);
    println!("{who} removes {id}");
    Status::NoContent
}
