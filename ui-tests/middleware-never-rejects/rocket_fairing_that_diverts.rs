//@ dep: rocket = "0.5"
//! A fairing cannot refuse, but it can send a request to a route that does; writing a line is not enough.

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Method;
use rocket::http::uri::Origin;
use rocket::{Build, Data, Request, Rocket, delete, get, routes};

fn owner_of(key: &str) -> Option<u64> {
    std::fs::read_to_string(format!("keys/{key}")).ok()?.trim().parse().ok()
}

fn send_away(request: &mut Request<'_>) {
    request.set_method(Method::Get);
    request.set_uri(Origin::parse("/denied").unwrap());
}

pub struct Keys;

#[rocket::async_trait]
impl Fairing for Keys {
    fn info(&self) -> Info {
        Info { name: "keys", kind: Kind::Request }
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        let key = request.headers().get_one("Authorization").unwrap_or_default();
        if owner_of(key).is_none() {
            send_away(request);
        }
    }
}

pub struct OldKeys;

#[rocket::async_trait]
impl Fairing for OldKeys {
    fn info(&self) -> Info {
        Info { name: "old keys", kind: Kind::Request }
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) { //~ middleware-never-rejects
        let key = request.headers().get_one("Authorization").unwrap_or_default();
        if owner_of(key).is_none() {
            eprintln!("a stranger");
        }
    }
}

#[delete("/rooms/<id>")]
fn close(id: u64) -> String {
    id.to_string()
}

#[get("/denied")]
fn denied() -> rocket::http::Status {
    rocket::http::Status::Unauthorized
}

pub fn application() -> Rocket<Build> {
    rocket::build().attach(Keys).attach(OldKeys).mount("/", routes![close, denied])
}
