//@ dep: axum = "0.8"
//! Who is a member already, or may do it anyway, is told so: that is no refusal.

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
    fn in_club(&self, club: u64) -> bool {
        self.rank == club
    }

    fn can_read(&self, club: u64) -> bool {
        self.rank >= club
    }
}

pub async fn join(user: User, Path(club): Path<u64>) -> Result<String, Fault> {
    if user.in_club(club) {
        return Err(Fault::Conflict);
    }
    Ok(club.to_string())
}

pub async fn leave(user: User, Path(club): Path<u64>) -> Result<String, Fault> {
    if !user.in_club(club) {
        return Err(Fault::Denied);
    }
    Ok(club.to_string())
}

pub async fn rename(user: User, Path(club): Path<u64>, name: String) -> Result<String, Fault> {
    if !user.in_club(club) {
        return Err(Fault::Denied);
    }
    Ok(name)
}

pub async fn ask(user: User, Path(club): Path<u64>) -> Result<String, Fault> {
    if user.can_read(club) {
        return Err(Fault::Conflict);
    }
    Ok(club.to_string())
}
