//@ dep: axum = "0.8"
//! The usual way, with `else` too.

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

    fn cannot_publish(&self) -> bool {
        self.rank == 0
    }
}

pub async fn edit(user: User, Path(note): Path<u64>, text: String) -> Result<String, StatusCode> {
    if !user.can_edit(note) {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(text)
}

pub async fn remove(user: User, Path(note): Path<u64>) -> Result<String, StatusCode> {
    if user.can_edit(note) { Ok(note.to_string()) } else { Err(StatusCode::FORBIDDEN) }
}

pub async fn publish(user: User, text: String) -> Result<String, Fault> {
    if user.cannot_publish() {
        return Err(Fault::Denied);
    }
    Ok(text)
}
