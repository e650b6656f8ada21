//@ dep: axum = "0.8"
//! Questions for those who are kept out, which are always asked this way.

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
    fn is_guest(&self) -> bool {
        self.rank == 0
    }
}

fn is_closed(board: u64) -> bool {
    std::fs::exists(format!("closed/{board}")).unwrap_or(false)
}

pub async fn write(user: User, Path(board): Path<u64>, text: String) -> Result<String, Fault> {
    if user.is_guest() {
        return Err(Fault::Denied);
    }
    if is_closed(board) {
        return Err(Fault::Denied);
    }
    Ok(text)
}

pub async fn pin(user: User, Path(board): Path<u64>) -> Result<String, StatusCode> {
    if is_closed(board) {
        return Err(StatusCode::FORBIDDEN);
    }
    if user.is_guest() { Err(StatusCode::FORBIDDEN) } else { Ok(board.to_string()) }
}
