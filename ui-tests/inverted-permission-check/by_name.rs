//@ dep: axum = "0.8"
//! By its name alone: who may is refused, in two shapes.

use axum::extract::Path;
use axum::http::StatusCode;

pub struct User {
    pub id: u64,
    pub rank: u64,
}

pub enum Fault {
    Denied,
    Conflict,
}

impl User {
    fn can_edit(&self, note: u64) -> bool {
        self.id == note / 100
    }
}

async fn has_permission(user: &User, what: &str) -> Result<bool, Fault> {
    std::fs::read_to_string(what).map(|ids| ids.contains(&user.id.to_string())).map_err(|_| Fault::Conflict)
}

pub async fn edit(user: User, Path(note): Path<u64>, text: String) -> Result<String, StatusCode> {
    if user.can_edit(note) { //~ inverted-permission-check
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(text)
}

pub async fn publish(user: User, text: String) -> Result<String, Fault> {
    if has_permission(&user, "publish").await? { Err(Fault::Denied) } else { Ok(text) }
    //~^ inverted-permission-check
}
