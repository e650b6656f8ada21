//@ dep: rocket = { version = "0.5", features = ["secrets"] }
//! Articles that their editors maintain.

use rocket::http::Status;
use rocket::outcome::IntoOutcome;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Route, delete, get, post, routes};

/// An editor with a valid session.
pub struct Editor(pub String);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Editor {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Editor, ()> {
        let cookie = request.cookies().get_private("editor");
        cookie.map(|cookie| Editor(cookie.value().to_owned())).or_error((Status::Unauthorized, ()))
    }
}

/// The routes of the application.
pub fn all() -> Vec<Route> {
    routes![read, write, publish, remove]
}

#[get("/articles/<id>")]
fn read(id: u64) -> String {
    format!("article {id}")
}

#[post("/articles", data = "<text>")]
fn write(editor: Editor, text: String) -> String {
    format!("{} wrote {text}", editor.0)
}

#[post("/articles/<id>/publish")]
fn publish(editor: Editor, id: u64) -> String {
    format!("{} published {id}", editor.0)
}

#[delete("/articles/<id>")]
fn remove(id: u64) -> String { //~ missing-authorization
    format!("{id} is gone")
}
