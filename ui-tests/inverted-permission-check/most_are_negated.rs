//@ dep: axum = "0.8"
//! A question with a name of its own: one place has lost the negation; the refusal is told of before.

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

fn same_house(user: &User, house: u64) -> bool {
    user.rank == house
}

pub async fn look(user: User, Path(house): Path<u64>) -> Result<String, Fault> {
    if !same_house(&user, house) {
        return Err(Fault::Denied);
    }
    Ok(house.to_string())
}

pub async fn paint(user: User, Path(house): Path<u64>) -> Result<String, Fault> {
    if same_house(&user, house) { Ok(house.to_string()) } else { Err(Fault::Denied) }
}

pub async fn sell(user: User, Path(house): Path<u64>) -> Result<String, Fault> {
    if same_house(&user, house) { //~ inverted-permission-check
        println!("refused");
        return Err(Fault::Denied);
    }
    Ok(house.to_string())
}
