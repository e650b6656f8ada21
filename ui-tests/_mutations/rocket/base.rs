//@ dep: rocket = "0.5"
//! A library of a town: request guards, one inside another, a fairing, checks in bodies.

use rocket::fairing::AdHoc;
use rocket::http::{CookieJar, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Build, Rocket, delete, get, post, put, routes};

pub struct Member {
    pub card: u64,
}

fn member_of(token: &str) -> Option<Member> {
    let line = std::fs::read_to_string(format!("cards/{token}")).ok()?;
    Some(Member { card: line.trim().parse().ok()? })
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Member {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Member, ()> {
        let Some(token) = request.headers().get_one("Authorization") else {
            return Outcome::Error((Status::Unauthorized, ()));
        };
        match member_of(token) {
            Some(member) => Outcome::Success(member),
            None => Outcome::Error((Status::Unauthorized, ())),
        }
    }
}

pub struct Librarian(pub Member);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Librarian {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Librarian, ()> {
        let member = match request.guard::<Member>().await {
            Outcome::Success(member) => member,
            _ => return Outcome::Error((Status::Unauthorized, ())),
        };
        if member.card < 100 {
            Outcome::Success(Librarian(member))
        } else {
            Outcome::Error((Status::Forbidden, ()))
        }
    }
}

#[get("/books")]
fn shelf() -> &'static str {
    "many"
}

#[post("/books", data = "<title>")]
fn acquire(_librarian: Librarian, title: String) -> String {
    let _ = std::fs::write("books/new", &title);
    title
}

#[put("/books/<id>", data = "<title>")]
fn retitle(_librarian: Librarian, id: u64, title: String) -> String {
    let _ = std::fs::write(format!("books/{id}"), &title);
    title
}

#[delete("/books/<id>")]
fn discard(_librarian: Librarian, id: u64) -> Status {
    let _ = std::fs::remove_file(format!("books/{id}"));
    Status::NoContent
}

#[post("/desk/<book>")]
fn borrow(member: Member, book: u64) -> String {
    let _ = std::fs::write(format!("loans/{book}"), member.card.to_string());
    book.to_string()
}

#[delete("/loans/<book>")]
fn give_back(member: Member, book: u64) -> Result<Status, Status> {
    check_loan(&member, book)?;
    let _ = std::fs::remove_file(format!("loans/{book}"));
    Ok(Status::NoContent)
}

#[put("/loans/<book>")]
fn extend(member: Member, book: u64) -> Result<Status, Status> {
    check_loan(&member, book)?;
    let _ = std::fs::write(format!("loans/{book}"), "extended");
    Ok(Status::Ok)
}

fn check_loan(member: &Member, book: u64) -> Result<(), Status> {
    let text = std::fs::read_to_string(format!("loans/{book}")).unwrap_or_default();
    if text == member.card.to_string() { Ok(()) } else { Err(Status::Forbidden) }
}

#[post("/rooms/<room>")]
fn reserve(jar: &CookieJar<'_>, room: u64) -> Result<Status, Status> {
    let cookie = jar.get_private("session").ok_or(Status::Unauthorized)?;
    let _ = std::fs::write(format!("rooms/{room}"), cookie.value());
    Ok(Status::Created)
}

#[delete("/rooms/<room>")]
fn release(jar: &CookieJar<'_>, room: u64) -> Result<Status, Status> {
    if jar.get_private("session").is_none() {
        return Err(Status::Unauthorized);
    }
    let _ = std::fs::remove_file(format!("rooms/{room}"));
    Ok(Status::NoContent)
}

fn counting() -> AdHoc {
    AdHoc::on_request("count", |request, _| {
        Box::pin(async move {
            println!("{}", request.uri());
        })
    })
}

pub fn build() -> Rocket<Build> {
    rocket::build()
        .attach(counting())
        .mount("/", routes![shelf, acquire, retitle, discard])
        .mount("/", routes![borrow, give_back, extend])
        .mount("/", routes![reserve, release])
}
