//@ dep: actix-web = "4"
//! An extractor that reads the role which a middleware put beside the request, from a variable.

use std::future::{Ready, ready};

use actix_web::body::BoxBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest, HttpResponse, error, web};

#[derive(Clone)]
pub enum Rank {
    Captain,
    Sailor,
}

#[derive(Clone)]
pub struct CrewMember {
    pub name: String,
    pub rank: Rank,
}

pub struct CaptainOnly(pub String);

impl FromRequest for CaptainOnly {
    type Error = Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let ext = req.extensions();
        match ext.get::<CrewMember>() {
            Some(CrewMember { name, rank: Rank::Captain }) => ready(Ok(Self(name.clone()))),
            None => ready(Err(error::ErrorUnauthorized("not on board"))),
            _ => ready(Err(error::ErrorForbidden("not the captain"))),
        }
    }
}

async fn board(req: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, Error> {
    let token = req.headers().get("Authorization").and_then(|v| v.to_str().ok()).map(str::to_owned);
    if let Some(member) = token.and_then(|t| by_token(&t)) {
        req.extensions_mut().insert(member);
    }
    next.call(req).await
}

fn by_token(token: &str) -> Option<CrewMember> {
    token.split_once('.').map(|(name, _)| CrewMember { name: name.to_owned(), rank: Rank::Sailor })
}

async fn set_course(_captain: CaptainOnly) -> HttpResponse {
    HttpResponse::Ok().finish()
}

async fn log(captain: CaptainOnly, _entry: web::Json<String>) -> HttpResponse {
    HttpResponse::Ok().body(captain.0)
}

async fn wave() -> HttpResponse {
    HttpResponse::Ok().finish()
}

pub fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::scope("/ship")
            .wrap(from_fn(board))
            .route("/course", web::put().to(set_course))
            .route("/log", web::post().to(log))
            .route("/wave", web::get().to(wave)),
    );
}
