//@ dep: actix-web = "4"
//! A middleware that notes in a variable whether the request may pass: by its address, or by a token that holds. One whose
//! variable is set for everybody guards nothing.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use actix_web::body::EitherBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::Method;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{Error, HttpResponse, get, post, web};

const OPEN: [&str; 2] = ["/shop/sign-in", "/shop/health"];

pub struct Known;

impl<S, B> Transform<S, ServiceRequest> for Known
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type InitError = ();
    type Transform = KnownOnly<S>;
    type Future = Ready<Result<Self::Transform, Self::InitError>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(KnownOnly { service }))
    }
}

pub struct KnownOnly<S> {
    service: S,
}

impl<S, B> Service<ServiceRequest> for KnownOnly<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>>>>;

    forward_ready!(service);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let mut may_pass = false;
        if request.method() == Method::OPTIONS {
            may_pass = true;
        } else {
            for open in OPEN.iter() {
                if request.path().starts_with(open) {
                    may_pass = true;
                    break;
                }
            }
        }
        if !may_pass {
            if let Some(sent) = request.headers().get(AUTHORIZATION) {
                if let Ok(text) = sent.to_str() {
                    if is_token(text) {
                        may_pass = true;
                    }
                }
            }
        }
        if !may_pass {
            let (request, _) = request.into_parts();
            let answer = HttpResponse::Unauthorized().finish().map_into_right_body();
            return Box::pin(async { Ok(ServiceResponse::new(request, answer)) });
        }
        let answer = self.service.call(request);
        Box::pin(async move { Ok(answer.await?.map_into_left_body()) })
    }
}

pub struct Counted;

impl<S, B> Transform<S, ServiceRequest> for Counted
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type InitError = ();
    type Transform = CountedOnly<S>;
    type Future = Ready<Result<Self::Transform, Self::InitError>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(CountedOnly { service }))
    }
}

pub struct CountedOnly<S> {
    service: S,
}

impl<S, B> Service<ServiceRequest> for CountedOnly<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>>>>;

    forward_ready!(service);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let mut may_pass = false;
        if let Some(sent) = request.headers().get(AUTHORIZATION) {
            if sent.to_str().is_ok_and(is_token) {
                may_pass = true;
            }
        }
        if request.headers().len() < 50 {
            may_pass = true;
        }
        if !may_pass {
            let (request, _) = request.into_parts();
            let answer = HttpResponse::Unauthorized().finish().map_into_right_body();
            return Box::pin(async { Ok(ServiceResponse::new(request, answer)) });
        }
        let answer = self.service.call(request);
        Box::pin(async move { Ok(answer.await?.map_into_left_body()) })
    }
}

fn is_token(text: &str) -> bool {
    text.strip_prefix("Bearer ").is_some_and(|token| token.len() > 40)
}

#[get("/orders")]
async fn orders() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[post("/orders")]
async fn order(text: String) -> HttpResponse {
    HttpResponse::Ok().body(text)
}

#[post("/sign-in")]
async fn sign_in(text: String) -> HttpResponse {
    HttpResponse::Ok().body(text)
}

#[post("/votes")]
async fn vote(text: String) -> HttpResponse {
    HttpResponse::Ok().body(text)
}

pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::scope("/shop").wrap(Known).service(orders).service(order).service(sign_in))
        .service(web::scope("/polls").wrap(Counted).service(vote));
}
