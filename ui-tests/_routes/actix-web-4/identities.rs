//@ dep: actix-web = "4"
//! Identities that a middleware puts beside the request: handlers ask them, or take them by an extractor that fails without
//! one. The middleware itself refuses nobody.

use std::future::{Ready, ready};
use std::pin::Pin;
use std::rc::Rc;

use actix_web::body::MessageBody;
use actix_web::dev::{Payload, Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::web::{self, Json, Path, ReqData, ServiceConfig};
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest, HttpResponse, ResponseError, delete, get, post, put};

#[derive(Debug)]
pub struct Failure {
    kind: Kind,
}

#[derive(Debug)]
pub enum Kind {
    Unauthorized,
    Missing,
    Broken,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl ResponseError for Failure {}

#[derive(Clone, Default)]
pub struct Principal {
    user: Option<u64>,
    admin: bool,
}

impl Principal {
    fn user(&self) -> Result<u64, Failure> {
        if let Some(user) = self.user { Ok(user) } else { Err(Failure { kind: Kind::Unauthorized }) }
    }

    fn admin_session(&self) -> Result<(), Failure> {
        self.user()?;
        if self.admin { Ok(()) } else { Err(Failure { kind: Kind::Unauthorized }) }
    }
}

/// Fails with an error that says nothing of permissions if nobody is known.
#[derive(Clone)]
pub struct Member {
    id: u64,
}

impl FromRequest for Member {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match req.extensions().get::<Member>() {
            Some(member) => Ok(member.clone()),
            None => Err(Failure { kind: Kind::Missing }),
        })
    }
}

/// A pool is put beside the request too, by code that reads no credential.
#[derive(Clone)]
pub struct Pool;

impl FromRequest for Pool {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(req.extensions().get::<Pool>().cloned().ok_or(Failure { kind: Kind::Broken }))
    }
}

pub fn keep_pool(req: &ServiceRequest, pool: Pool) {
    req.extensions_mut().insert(pool);
}

pub struct Sessions;

pub struct SessionsService<S> {
    service: Rc<S>,
}

impl<S, B> Transform<S, ServiceRequest> for Sessions
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type InitError = ();
    type Transform = SessionsService<S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(SessionsService { service: Rc::new(service) }))
    }
}

impl<S, B> Service<ServiceRequest> for SessionsService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Error>>>>;

    forward_ready!(service);

    fn call(&self, req: ServiceRequest) -> Self::Future {
        let service = self.service.clone();
        Box::pin(async move {
            let mut principal = Principal::default();
            if let Some(cookie) = req.cookie("session") {
                principal.user = find_session(cookie.value()).await;
            }
            if let Some(id) = principal.user {
                req.extensions_mut().insert(Member { id });
            }
            req.extensions_mut().insert(principal);
            service.call(req).await
        })
    }
}

async fn find_session(id: &str) -> Option<u64> {
    id.parse().ok()
}

#[post("/clients")]
async fn add_client(who: ReqData<Principal>, name: Json<String>) -> Result<HttpResponse, Failure> {
    who.admin_session()?;
    insert(&name).await?;
    Ok(HttpResponse::Ok().finish())
}

#[put("/clients/{id}")]
async fn rename_client(who: ReqData<Principal>, id: Path<u64>, name: Json<String>) -> Result<HttpResponse, Failure> {
    if *id == 0 {
        return Ok(HttpResponse::NotFound().finish());
    }
    rename_for(who, *id, name.into_inner()).await
}

async fn rename_for(who: ReqData<Principal>, id: u64, name: String) -> Result<HttpResponse, Failure> {
    let user = who.user()?;
    insert(&format!("{user} {id} {name}")).await?;
    Ok(HttpResponse::Ok().finish())
}

#[delete("/clients/{id}")]
async fn remove_client(member: Member, id: Path<u64>) -> Result<HttpResponse, Failure> {
    insert(&format!("{} {id}", member.id)).await?;
    Ok(HttpResponse::Ok().finish())
}

#[post("/clients/{id}/logo")]
async fn change_logo(who: ReqData<Principal>, id: Path<u64>, logo: String) -> Result<HttpResponse, Failure> {
    insert(&format!("{:?} {id} {logo}", who.user)).await?;
    Ok(HttpResponse::Ok().finish())
}

#[put("/clients/{id}/name")]
async fn change_name(_pool: Pool, id: Path<u64>, name: String) -> Result<HttpResponse, Failure> {
    insert(&format!("{id} {name}")).await?;
    Ok(HttpResponse::Ok().finish())
}

#[put("/invitations/{token}")]
async fn accept(token: Path<String>) -> Result<HttpResponse, Failure> {
    insert(&token).await?;
    Ok(HttpResponse::Ok().finish())
}

#[post("/login")]
async fn login(form: Json<Login>) -> Result<HttpResponse, Failure> {
    let user = verify(&form.name, &form.password).await?;
    Ok(HttpResponse::Ok().body(user.to_string()))
}

#[get("/clients")]
async fn clients() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[derive(serde::Deserialize)]
pub struct Login {
    name: String,
    password: String,
}

async fn verify(name: &str, password: &str) -> Result<u64, Failure> {
    if name.len() == password.len() { Ok(1) } else { Err(Failure { kind: Kind::Unauthorized }) }
}

async fn insert(text: &str) -> Result<(), Failure> {
    if text.is_empty() { Err(Failure { kind: Kind::Broken }) } else { Ok(()) }
}

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(
        web::scope("/api")
            .wrap(Sessions)
            .service(add_client)
            .service(rename_client)
            .service(remove_client)
            .service(change_logo)
            .service(change_name)
            .service(accept)
            .service(login)
            .service(clients),
    );
}
