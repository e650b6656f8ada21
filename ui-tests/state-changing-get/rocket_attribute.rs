//@ dep: rocket = { version = "0.5", features = ["secrets"] }
//! The attribute says `get`; signing out and showing a form stay links.

use rocket::http::{CookieJar, Status};
use rocket::{Build, Rocket, State, get, routes};

pub struct Store;

impl Store {
    pub fn remove(&self, _owner: &str, _id: u32) {}
    pub fn update(&self, _owner: &str) {}
}

#[get("/pictures/<id>/remove")]
fn remove_picture(jar: &CookieJar<'_>, store: &State<Store>, id: u32) -> Result<(), Status> {
    //~^ state-changing-get
    let owner = jar.get_private("owner").ok_or(Status::Unauthorized)?;
    store.remove(owner.value(), id);
    Ok(())
}

#[get("/pictures/<id>/remove/ask")]
fn show_remove_form(jar: &CookieJar<'_>, store: &State<Store>, id: u32) -> Result<String, Status> {
    let owner = jar.get_private("owner").ok_or(Status::Unauthorized)?;
    store.update(owner.value());
    Ok(format!("<form method=post action=/pictures/{id}/remove>"))
}

#[get("/logout")]
fn clear_and_logout(jar: &CookieJar<'_>, store: &State<Store>) -> Result<(), Status> {
    let owner = jar.get_private("owner").ok_or(Status::Unauthorized)?;
    store.update(owner.value());
    jar.remove_private("owner");
    Ok(())
}

pub fn build() -> Rocket<Build> {
    rocket::build().manage(Store).mount("/", routes![remove_picture, show_remove_form, clear_and_logout])
}
