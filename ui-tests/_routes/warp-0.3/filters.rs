//@ dep: warp = "0.3"
//@ dep: serde = { version = "1", features = ["derive"] }
//@ dep: tokio = { version = "1", features = ["full"] }
//! Filters as values: conditions in functions and variables, one that rejects strangers, one that only looks, one that
//! catches the refusal, alternatives below a common front.

use std::sync::Arc;

use serde::Deserialize;
use warp::http::header::AUTHORIZATION;
use warp::http::{HeaderMap, StatusCode};
use warp::{reject, Filter, Rejection, Reply};

#[derive(Debug)]
struct Unauthorized;

impl reject::Reject for Unauthorized {}

#[derive(Clone)]
pub struct User {
    id: u64,
}

#[derive(Deserialize)]
pub struct Note {
    text: String,
}

pub type Db = Arc<Store>;

pub struct Store;

fn with_db(db: Db) -> impl Filter<Extract = (Db,), Error = std::convert::Infallible> + Clone {
    warp::any().map(move || db.clone())
}

fn with_user(db: Db) -> impl Filter<Extract = (User,), Error = Rejection> + Clone {
    warp::header::<String>("authorization").and(with_db(db)).and_then(authorize)
}

async fn authorize(header: String, db: Db) -> Result<User, Rejection> {
    match db.user_of(&header) {
        Some(user) => Ok(user),
        None => Err(reject::custom(Unauthorized)),
    }
}

fn staff() -> impl Filter<Extract = (), Error = Rejection> + Clone {
    warp::header::headers_cloned().and_then(is_staff).untuple_one()
}

async fn is_staff(headers: HeaderMap) -> Result<(), Rejection> {
    let token = headers.get(AUTHORIZATION).ok_or_else(|| reject::custom(Unauthorized))?;
    if !staff_token(token) {
        return Err(reject::custom(Unauthorized));
    }
    Ok(())
}

fn maybe_user(db: Db) -> impl Filter<Extract = (Option<User>,), Error = Rejection> + Clone {
    with_user(db)
        .map(Some)
        .or(warp::any().map(|| None))
        .unify()
}

fn rescued_user(db: Db) -> impl Filter<Extract = (Option<User>,), Error = Rejection> + Clone {
    with_user(db).map(Some).or_else(|_| async { Ok::<(Option<User>,), Rejection>((None,)) })
}

fn json_body() -> impl Filter<Extract = (Note,), Error = Rejection> + Clone {
    warp::body::content_length_limit(1024 * 16).and(warp::body::json())
}

fn notes(db: Db) -> impl Filter<Extract = impl Reply, Error = Rejection> + Clone {
    list(db.clone()).or(create(db.clone())).or(update(db.clone())).or(remove(db.clone())).or(react(db.clone())).or(pin(db))
}

fn list(db: Db) -> impl Filter<Extract = impl Reply, Error = Rejection> + Clone {
    warp::path!("notes").and(warp::get()).and(with_db(db)).and_then(handlers::list)
}

fn create(db: Db) -> impl Filter<Extract = impl Reply, Error = Rejection> + Clone {
    warp::path!("notes")
        .and(warp::post())
        .and(with_user(db.clone()))
        .and(json_body())
        .and(with_db(db))
        .and_then(handlers::create)
        .map(|reply| warp::reply::with_header(reply, "x-notes", "1"))
}

fn update(db: Db) -> impl Filter<Extract = impl Reply, Error = Rejection> + Clone {
    warp::path!("notes" / u64)
        .and(warp::put())
        .and(json_body())
        .and(with_user(db))
        .then(|id: u64, note: Note, user: User| async move { format!("{id} {} {}", note.text, user.id) })
}

fn remove(db: Db) -> impl Filter<Extract = impl Reply, Error = Rejection> + Clone {
    warp::path!("notes" / u64).and(warp::delete()).and(with_db(db)).and_then(handlers::remove)
}

fn react(db: Db) -> impl Filter<Extract = impl Reply, Error = Rejection> + Clone {
    warp::path!("notes" / u64 / "reactions").and(warp::post()).and(maybe_user(db)).and_then(handlers::react)
}

fn pin(db: Db) -> impl Filter<Extract = impl Reply, Error = Rejection> + Clone {
    warp::path!("notes" / u64 / "pin").and(warp::post()).and(rescued_user(db)).and_then(handlers::react)
}

mod handlers {
    use super::*;

    pub async fn list(db: Db) -> Result<impl Reply, Rejection> {
        Ok(warp::reply::json(&db.all()))
    }

    pub async fn create(user: User, note: Note, db: Db) -> Result<impl Reply, Rejection> {
        db.insert(user.id, note);
        Ok(StatusCode::CREATED)
    }

    pub async fn remove(id: u64, db: Db) -> Result<impl Reply, Rejection> {
        db.delete(id);
        Ok(StatusCode::NO_CONTENT)
    }

    pub async fn react(id: u64, user: Option<User>) -> Result<impl Reply, Rejection> {
        Ok(format!("{id} {}", user.is_some()))
    }

    pub async fn rename(token: String, note: Note) -> Result<impl Reply, Rejection> {
        if !verify(&token) {
            return Err(reject::custom(Unauthorized));
        }
        Ok(note.text)
    }

    pub async fn stop() -> Result<impl Reply, Rejection> {
        Ok(StatusCode::ACCEPTED)
    }
}

#[tokio::main]
async fn main() {
    let db: Db = Arc::new(Store);
    let front = warp::path("v1");
    let admin = warp::path("admin").and(staff());
    let stop = admin.clone().and(warp::path("stop")).and(warp::path::end()).and(warp::post()).and_then(handlers::stop);
    let restart = admin.and(warp::path("workers")).and(warp::path::param::<u32>()).and(warp::post()).map(|id| format!("{id}"));
    let rename = warp::path("rename")
        .and(warp::patch())
        .and(warp::header::<String>("authorization"))
        .and(warp::body::json())
        .and_then(handlers::rename);
    let metrics = warp::path("metrics").and(warp::header::exact("authorization", "Bearer scrape")).and(warp::get()).map(|| "up");
    let files = warp::path("static").and(warp::fs::dir("www"));
    let index = warp::path::end().and(warp::get()).map(|| "hello");
    let api = front.and(notes(db).or(stop).or(restart).or(rename));
    let routes = index.or(api).or(metrics).or(files).recover(answer).with(warp::log("notes"));
    warp::serve(routes).run(([127, 0, 0, 1], 3030)).await;
}

async fn answer(err: Rejection) -> Result<impl Reply, Rejection> {
    if err.find::<Unauthorized>().is_some() {
        return Ok(StatusCode::UNAUTHORIZED);
    }
    Err(err)
}
