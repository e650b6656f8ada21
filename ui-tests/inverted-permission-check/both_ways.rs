//@ dep: axum = "0.8"
//! Asked both ways on purpose: some things are for the others.

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

fn is_local(user: &User) -> bool {
    user.rank < 10
}

pub async fn vote(user: User) -> Result<String, Fault> {
    if !is_local(&user) {
        return Err(Fault::Denied);
    }
    Ok(user.id.to_string())
}

pub async fn visit(user: User) -> Result<String, Fault> {
    if is_local(&user) {
        return Err(Fault::Denied);
    }
    Ok(user.id.to_string())
}
