//@ dep: rocket = "0.5"
//! A fairing that is a type; one that keeps for the handlers what it found.

use rocket::fairing::{Fairing, Info, Kind};
use rocket::{Build, Data, Request, Rocket, delete, routes};

fn member_of(token: &str) -> Option<u64> {
    std::fs::read_to_string(format!("members/{token}")).ok()?.trim().parse().ok()
}

pub struct Members;

#[rocket::async_trait]
impl Fairing for Members {
    fn info(&self) -> Info {
        Info { name: "members", kind: Kind::Request }
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) { //~ middleware-never-rejects
        let token = request.headers().get_one("Authorization").unwrap_or_default();
        if member_of(token).is_none() {
            eprintln!("a stranger");
        }
    }
}

pub struct Cached;

#[rocket::async_trait]
impl Fairing for Cached {
    fn info(&self) -> Info {
        Info { name: "cached", kind: Kind::Request }
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        let member = request.headers().get_one("Authorization").and_then(member_of);
        request.local_cache(|| member);
    }
}

#[delete("/rooms/<id>")]
fn close(id: u64) -> String {
    id.to_string()
}

pub fn application() -> Rocket<Build> {
    rocket::build().attach(Members).attach(Cached).mount("/", routes![close])
}
