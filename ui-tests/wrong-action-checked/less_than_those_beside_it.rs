//@ dep: actix-web = "4"
//@ dep: serde = { version = "1", features = ["derive"] }
//! Levels of access without a verb for all that they cover: the others that change a depot ask for more than reading. Counting and
//! exporting only read, whatever their method.

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError, delete, get, post, put, web};
use std::future::{Ready, ready};

#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Level {
    Read,
    Settings,
    Owner,
}

pub struct Clerk {
    id: u64,
}

#[derive(Debug)]
pub enum Failure {
    Unauthenticated,
    Forbidden,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("failed")
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match self {
            Failure::Unauthenticated => StatusCode::UNAUTHORIZED,
            Failure::Forbidden => StatusCode::FORBIDDEN,
        }
    }
}

impl FromRequest for Clerk {
    type Error = Failure;
    type Future = Ready<Result<Clerk, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let token = request.headers().get(AUTHORIZATION).and_then(|v| v.to_str().ok());
        ready(token.and_then(clerk_of).map(|id| Clerk { id }).ok_or(Failure::Unauthenticated))
    }
}

fn clerk_of(token: &str) -> Option<u64> {
    let (id, mac) = token.split_once('.')?;
    let id = id.parse().ok()?;
    (mac == sign(id)).then_some(id)
}

fn sign(id: u64) -> String {
    format!("{:x}", id.rotate_left(7))
}

pub trait Depots: Send + Sync {
    fn level(&self, clerk: u64, depot: u64) -> Option<Level>;
    fn update(&self, depot: u64, text: &str);
    fn delete(&self, depot: u64);
    fn count(&self, depot: u64) -> u64;
}

type Store = web::Data<dyn Depots>;

fn demand(store: &Store, clerk: &Clerk, depot: u64, level: Level) -> Result<(), Failure> {
    match store.level(clerk.id, depot) {
        Some(known) if known >= level => Ok(()),
        _ => Err(Failure::Forbidden),
    }
}

pub fn routes(config: &mut web::ServiceConfig) {
    config.service(show).service(rename).service(label).service(unlabel).service(close).service(export);
}

#[get("/depots/{id}")]
async fn show(store: Store, clerk: Clerk, id: web::Path<u64>) -> Result<HttpResponse, Failure> {
    demand(&store, &clerk, *id, Level::Read)?;
    Ok(HttpResponse::Ok().json(store.count(*id)))
}

#[put("/depots/{id}/name")]
async fn rename(store: Store, clerk: Clerk, id: web::Path<u64>, name: String) -> Result<HttpResponse, Failure> {
    demand(&store, &clerk, *id, Level::Settings)?;
    store.update(*id, &name);
    Ok(HttpResponse::Ok().finish())
}

#[put("/depots/{id}/label")]
async fn label(store: Store, clerk: Clerk, id: web::Path<u64>, text: String) -> Result<HttpResponse, Failure> {
    demand(&store, &clerk, *id, Level::Read)?; //~ wrong-action-checked
    store.update(*id, &text);
    Ok(HttpResponse::Ok().finish())
}

#[delete("/depots/{id}/label")]
async fn unlabel(store: Store, clerk: Clerk, id: web::Path<u64>) -> Result<HttpResponse, Failure> {
    demand(&store, &clerk, *id, Level::Settings)?;
    store.delete(*id);
    Ok(HttpResponse::Ok().finish())
}

#[delete("/depots/{id}")]
async fn close(store: Store, clerk: Clerk, id: web::Path<u64>) -> Result<HttpResponse, Failure> {
    demand(&store, &clerk, *id, Level::Owner)?;
    store.delete(*id);
    Ok(HttpResponse::Ok().finish())
}

#[post("/depots/{id}/export")]
async fn export(store: Store, clerk: Clerk, id: web::Path<u64>) -> Result<HttpResponse, Failure> {
    demand(&store, &clerk, *id, Level::Read)?;
    Ok(HttpResponse::Ok().json(store.count(*id)))
}
