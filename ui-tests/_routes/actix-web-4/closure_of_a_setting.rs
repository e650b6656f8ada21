//@ dep: actix-web = "4"
//! Middlewares that are closures of functions: what they took from around them was known before any request came.

use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::middleware::{Condition, Next, from_fn};
use actix_web::{Error, HttpMessage, HttpResponse, Responder, delete, web};

#[derive(Clone)]
pub struct User {
    pub name: String,
}

pub struct Keys {
    keys: Vec<String>,
}

async fn who(keys: &Keys, request: &ServiceRequest) -> Result<String, String> {
    let given = request.headers().get("authorization").ok_or("none")?.to_str().map_err(|_| "bad")?;
    if keys.keys.iter().any(|key| key == given) { Ok(given.to_owned()) } else { Err("unknown".to_owned()) }
}

/// Says who asks, if anybody does.
fn named<S, B>(keys: Arc<Keys>) -> impl Transform<S, ServiceRequest, Response = ServiceResponse<B>, Error = Error>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    from_fn(move |request: ServiceRequest, next: Next<B>| {
        let keys = keys.clone();
        async move {
            if let Ok(name) = who(&keys, &request).await {
                request.extensions_mut().insert(User { name });
            }
            next.call(request).await
        }
    })
}

/// Refuses whom nobody knows, if the server was told to.
fn known<S, B>(strict: bool) -> impl Transform<S, ServiceRequest, Response = ServiceResponse<BoxBody>, Error = Error>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    from_fn(move |request: ServiceRequest, next: Next<B>| async move {
        if request.extensions().contains::<User>() {
            return next.call(request).await.map(ServiceResponse::map_into_boxed_body);
        }
        if strict {
            return Ok(request.into_response(HttpResponse::Unauthorized().body("no")).map_into_boxed_body());
        }
        request.extensions_mut().insert(User { name: "somebody".to_owned() });
        next.call(request).await.map(ServiceResponse::map_into_boxed_body)
    })
}

/// Refuses whom nobody knows.
fn always<S, B>() -> impl Transform<S, ServiceRequest, Response = ServiceResponse<BoxBody>, Error = Error>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    from_fn(move |request: ServiceRequest, next: Next<B>| async move {
        if request.extensions().contains::<User>() {
            return next.call(request).await.map(ServiceResponse::map_into_boxed_body);
        }
        Ok(request.into_response(HttpResponse::Unauthorized().body("no")).map_into_boxed_body())
    })
}

#[delete("/lamp")]
async fn drop_lamp() -> impl Responder {
    std::fs::remove_file("lamp").ok();
    HttpResponse::Ok()
}

#[delete("/shade")]
async fn drop_shade() -> impl Responder {
    std::fs::remove_file("shade").ok();
    HttpResponse::Ok()
}

#[delete("/bulb")]
async fn drop_bulb() -> impl Responder {
    std::fs::remove_file("bulb").ok();
    HttpResponse::Ok()
}

pub fn routes(keys: Arc<Keys>, strict: bool, config: &mut web::ServiceConfig) {
    let maybe = web::scope("/maybe").wrap(known(strict)).wrap(Condition::new(strict, named(keys.clone())));
    config.service(maybe.service(drop_lamp));
    config.service(web::scope("/must").wrap(always()).wrap(named(keys.clone())).service(drop_shade));
    config.service(web::scope("/only").wrap(named(keys)).service(drop_bulb));
}
