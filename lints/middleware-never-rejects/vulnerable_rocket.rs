//@ dep: rocket = "0.5"
//! Rooms of a club: a fairing looks at the token.

use rocket::fairing::AdHoc;
use rocket::{Build, Rocket, delete, routes};

fn member_of(token: &str) -> Option<u64> {
    std::fs::read_to_string(format!("members/{token}")).ok()?.trim().parse().ok()
}

/// A fairing cannot end a request: it sees that somebody is no member, and the handler runs.
fn members() -> AdHoc {
    AdHoc::on_request("members", |request, _| { //~ middleware-never-rejects
        Box::pin(async move {
            let token = request.headers().get_one("Authorization").unwrap_or_default();
            if member_of(token).is_none() {
                eprintln!("a stranger at {}", request.uri());
            }
        })
    })
}

#[delete("/rooms/<id>")]
fn close(id: u64) -> String {
    id.to_string()
}

pub fn application() -> Rocket<Build> {
    rocket::build().attach(members()).mount("/", routes![close])
}
