//! Guards that refuse by a macro of another file, and handlers that a macro of another file makes.

mod guard;
pub mod logged;
mod macros;

use guard::{Anybody, Keeper};
use macros::two_levels;
use rocket::{Build, Rocket, delete, post, routes};

pub(crate) fn save(title: &str) -> String {
    title.to_owned()
}

pub(crate) fn verify_token(token: &str) -> Option<String> {
    token.strip_prefix("Bearer ").map(str::to_owned)
}

fn remove(shelf: &str) -> String {
    save(shelf)
}

two_levels!(remove(Keeper));

#[post("/books", data = "<title>")]
fn add(keeper: Keeper, title: String) -> String {
    save(&format!("{} {title}", keeper.0))
}

#[post("/shelves", data = "<title>")]
fn add_shelf(keeper: Keeper, title: String) -> String {
    save(&format!("{} {title}", keeper.0))
}

#[delete("/books/<title>")]
fn burn(who: Anybody, title: &str) -> String { //~ missing-authorization
    save(&format!("{} {title}", who.0))
}

pub fn rocket() -> Rocket<Build> {
    rocket::build().mount("/", routes![add, add_shelf, remove_below, burn])
}
