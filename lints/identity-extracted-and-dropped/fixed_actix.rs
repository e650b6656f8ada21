//@ dep: actix-web = "4"
//! Pages of a wiki.

use std::collections::HashMap;
use std::future::{Ready, ready};
use std::sync::Mutex;

use actix_web::dev::Payload;
use actix_web::error::{ErrorForbidden, ErrorNotFound, ErrorUnauthorized};
use actix_web::http::header::AUTHORIZATION;
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, delete, post, put, web};

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Author {
    id: u64,
}

/// Authors by session token.
pub type Sessions = HashMap<String, Author>;

impl FromRequest for Author {
    type Error = Error;
    type Future = Ready<Result<Author, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let token = request.headers().get(AUTHORIZATION).and_then(|h| h.to_str().ok());
        let sessions = request.app_data::<web::Data<Sessions>>();
        let author = token.zip(sessions).and_then(|(token, sessions)| sessions.get(token).cloned());
        ready(author.ok_or_else(|| ErrorUnauthorized("sign in first")))
    }
}

/// Text and author by name.
pub type Pages = Mutex<HashMap<String, (u64, String)>>;

/// Registers the routes.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(replace).service(rename).service(lock).service(remove);
}

fn check_author(pages: &HashMap<String, (u64, String)>, name: &str, author: &Author) -> Result<(), Error> {
    match pages.get(name) {
        Some((id, _)) if *id == author.id => Ok(()),
        Some(_) => Err(ErrorForbidden("not your page")),
        None => Err(ErrorNotFound("no such page")),
    }
}

#[put("/pages/{name}")]
async fn replace(
    pages: web::Data<Pages>,
    author: Author,
    name: web::Path<String>,
    text: String,
) -> Result<HttpResponse, Error> {
    let mut pages = pages.lock().map_err(|_| ErrorNotFound("gone"))?;
    check_author(&pages, &name, &author)?;
    pages.insert(name.into_inner(), (author.id, text));
    Ok(HttpResponse::NoContent().finish())
}

#[post("/pages/{name}/name")]
async fn rename(
    pages: web::Data<Pages>,
    author: Author,
    name: web::Path<String>,
    new: String,
) -> Result<HttpResponse, Error> {
    let mut pages = pages.lock().map_err(|_| ErrorNotFound("gone"))?;
    check_author(&pages, &name, &author)?;
    if let Some(page) = pages.remove(name.as_str()) {
        pages.insert(new, page);
    }
    Ok(HttpResponse::NoContent().finish())
}

#[post("/pages/{name}/lock")]
async fn lock(pages: web::Data<Pages>, author: Author, name: web::Path<String>) -> Result<HttpResponse, Error> {
    let mut pages = pages.lock().map_err(|_| ErrorNotFound("gone"))?;
    check_author(&pages, &name, &author)?;
    pages.entry(name.into_inner()).and_modify(|page| page.1.insert_str(0, "(locked)"));
    Ok(HttpResponse::NoContent().finish())
}

#[delete("/pages/{name}")]
async fn remove(
    pages: web::Data<Pages>,
    author: Author,
    name: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let mut pages = pages.lock().map_err(|_| ErrorNotFound("gone"))?;
    check_author(&pages, &name, &author)?;
    pages.remove(name.as_str());
    Ok(HttpResponse::NoContent().finish())
}
