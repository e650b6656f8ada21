//@ dep: warp = "0.3"
//@ dep: tokio = "1"
//! Handlers that are closures, and who asks as a condition hands it on.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use warp::{Filter, Rejection, Reply, reject};

#[derive(Clone)]
pub struct User {
    pub id: u64,
}

pub type Books = Arc<Mutex<HashMap<u64, String>>>;

#[derive(Debug)]
pub struct Unauthorized;

impl reject::Reject for Unauthorized {}

async fn known(token: String) -> Result<User, Rejection> {
    if token == "Bearer reader" { Ok(User { id: 1 }) } else { Err(reject::custom(Unauthorized)) }
}

fn user() -> impl Filter<Extract = (User,), Error = Rejection> + Clone {
    warp::header::<String>("authorization").and_then(known)
}

fn perhaps() -> impl Filter<Extract = (Option<User>,), Error = Infallible> + Clone {
    warp::header::optional::<String>("authorization")
        .or(warp::any().map(|| None::<String>))
        .unify()
        .map(|token: Option<String>| token.filter(|t| t == "Bearer reader").map(|_| User { id: 1 }))
}

pub fn routes(books: Books) -> impl Filter<Extract = (impl Reply,), Error = Rejection> + Clone {
    let with = warp::any().map(move || books.clone());
    let add = warp::path!("books" / u64)
        .and(warp::post())
        .and(user())
        .and(with.clone())
        .map(|id: u64, user: User, books: Books| {
            books.lock().unwrap().insert(id, user.id.to_string());
            "added"
        });
    let rename = warp::path!("books" / u64)
        .and(warp::put())
        .and(user())
        .and(with.clone())
        .map(|id: u64, user: User, books: Books| {
            books.lock().unwrap().insert(id, user.id.to_string());
            "renamed"
        });
    let finish = warp::path!("books" / u64 / "end")
        .and(warp::post())
        .and(perhaps())
        .and(with.clone())
        .and_then(|id: u64, user: Option<User>, books: Books| async move {
            let user = match user {
                Some(user) => user,
                None => return Err(reject::custom(Unauthorized)),
            };
            books.lock().unwrap().insert(id, user.id.to_string());
            Ok::<_, Rejection>("ended")
        });
    let open = warp::path!("books" / u64 / "open").and(warp::post()).and(perhaps()).and(with.clone()).map(
        |id: u64, user: Option<User>, books: Books| {
            books.lock().unwrap().insert(id, user.map_or(0, |u| u.id).to_string());
            "opened"
        },
    );
    let burn = warp::path!("books" / u64).and(warp::delete()).and(with).map(|id: u64, books: Books| {
        books.lock().unwrap().remove(&id);
        "burnt"
    });
    add.or(rename).or(finish).or(open).or(burn)
}
