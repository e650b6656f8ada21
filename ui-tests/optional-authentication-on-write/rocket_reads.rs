//@ dep: rocket = "0.5"
//! Who only reads may be anybody.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Build, Rocket, get, post, put, routes};

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
    rocket::build().mount("/recipes", routes![create, change, page])
}

#[post("/", data = "<text>")]
fn create(_member: Member, text: String) -> String {
    text
}

#[put("/<id>", data = "<text>")]
fn change(_member: Member, id: u64, text: String) -> String {
    text + &id.to_string()
}

#[get("/<id>")]
fn page(member: Option<Member>, id: u64) -> String {
    member.map_or_else(String::new, |member| member.0.to_string()) + &id.to_string()
}
