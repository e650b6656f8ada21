//@ dep: actix-web = "4"
//@ dep: actix-identity = "0.7"
//! An extractor that runs another one in a function, by its shorter name.

use std::future::Future;
use std::pin::Pin;

use actix_identity::Identity;
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{App, Error, FromRequest, HttpRequest, HttpResponse, ResponseError, post};

pub struct Member(u64);

pub struct Visitor(Option<u64>);

#[derive(Debug)]
pub enum Trouble {
    ComeIn,
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("come in")
    }
}

impl ResponseError for Trouble {
    fn status_code(&self) -> StatusCode {
        match self {
            Trouble::ComeIn => StatusCode::UNAUTHORIZED,
        }
    }
}

async fn current(req: &HttpRequest) -> Result<Option<u64>, Trouble> {
    let Ok(identity) = Identity::extract(req).await else {
        return Ok(None);
    };
    Ok(identity.id().ok().and_then(|id| id.parse().ok()))
}

impl FromRequest for Member {
    type Error = Trouble;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Trouble>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move { current(&req).await?.map(Member).ok_or(Trouble::ComeIn) })
    }
}

impl FromRequest for Visitor {
    type Error = Trouble;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Trouble>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move { Ok(Visitor(current(&req).await?)) })
    }
}

#[post("/page")]
async fn write(member: Member, body: String) -> Result<HttpResponse, Error> {
    std::fs::write(member.0.to_string(), body)?;
    Ok(HttpResponse::Ok().finish())
}

#[post("/remark")]
async fn remark(visitor: Visitor, body: String) -> Result<HttpResponse, Error> {
    std::fs::write(visitor.0.unwrap_or_default().to_string(), body)?;
    Ok(HttpResponse::Ok().finish())
}

pub fn app() -> App<impl actix_web::dev::ServiceFactory<actix_web::dev::ServiceRequest, Config = (), Error = Error, InitError = ()>> {
    App::new().service(write).service(remark)
}
