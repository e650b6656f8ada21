//@ dep: rocket = { version = "0.5", features = ["secrets"] }
//! A request guard that finds the account in a cookie; `Json` of rocket does not insist on a content type.

use rocket::form::{Form, FromForm};
use rocket::http::{Cookie, CookieJar, SameSite, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Build, Rocket, post, routes};

pub struct Member(u64);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Member {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Member, ()> {
        let known = request.cookies().get_private("member").and_then(|c| c.value().parse().ok());
        match known {
            Some(id) => Outcome::Success(Member(id)),
            None => Outcome::Error((Status::Unauthorized, ())),
        }
    }
}

#[derive(FromForm)]
pub struct Profile {
    email: String,
}

#[post("/profile", data = "<profile>")]
fn change(member: Member, profile: Form<Profile>) -> String {
    format!("{}: {}", member.0, profile.email)
}

pub fn sign_in(jar: &CookieJar<'_>, id: u64) {
    let mut cookie = Cookie::new("member", id.to_string());
    cookie.set_same_site(SameSite::None); //~ cross-site-request-forgery
    jar.add_private(cookie);
}

pub fn build() -> Rocket<Build> {
    rocket::build().mount("/", routes![change])
}
