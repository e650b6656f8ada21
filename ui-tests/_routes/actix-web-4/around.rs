//@ dep: actix-web = "4"
//! What stands around a handler in its own attribute: a middleware, and a question whether the route is for the request.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::guard::GuardContext;
use actix_web::middleware::{Next, from_fn};
use actix_web::{Error, HttpResponse, delete, error, get, patch, post, web};

const ADMIN_KEY_HEADER: &str = "X-Admin";

fn has_key(ctx: &GuardContext<'_>) -> bool {
    let key = std::env::var("ADMIN_KEY").expect("it is looked for at the start");
    ctx.head().headers().get(ADMIN_KEY_HEADER).is_some_and(|sent| sent.as_bytes() == key.as_bytes())
}

fn on_localhost(ctx: &GuardContext<'_>) -> bool {
    ctx.head().uri.host() == Some("localhost")
}

async fn signed_in(req: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, Error> {
    let token = req.headers().get("Authorization").ok_or_else(|| error::ErrorUnauthorized("sign in"))?;
    if !known(token.as_bytes()) {
        return Err(error::ErrorUnauthorized("sign in"));
    }
    next.call(req).await
}

fn known(token: &[u8]) -> bool {
    token.len() == 32
}

#[patch("/count", guard = "has_key")]
async fn count() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[delete("/cache", guard = "on_localhost")]
async fn drop_cache() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[post("/notes", wrap = "from_fn(signed_in)")]
async fn add(text: String) -> HttpResponse {
    HttpResponse::Ok().body(text)
}

#[get("/notes")]
async fn list() -> HttpResponse {
    HttpResponse::Ok().finish()
}

pub fn configure(config: &mut web::ServiceConfig) {
    config.service(count).service(drop_cache).service(add).service(list);
}
