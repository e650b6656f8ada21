//@ dep: actix-web = "4"
//! The rest of the chain is called first and waited for only after the check: a future does nothing before.

use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::rc::Rc;

use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::error::ErrorUnauthorized;
use actix_web::{App, Error, HttpResponse, web};

pub struct Auth;

impl<S, B> Transform<S, ServiceRequest> for Auth
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type InitError = ();
    type Transform = AuthMiddleware<S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(AuthMiddleware { service: Rc::new(service) }))
    }
}

pub struct AuthMiddleware<S> {
    service: Rc<S>,
}

impl<S, B> Service<ServiceRequest> for AuthMiddleware<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<ServiceResponse<B>, Error>>>>;

    forward_ready!(service);

    fn call(&self, req: ServiceRequest) -> Self::Future {
        let token = req.headers().get("authorization").and_then(|v| v.to_str().ok()).map(str::to_owned);
        let session = token.and_then(|token| verify_session(&token));
        let rest = self.service.call(req);
        Box::pin(async move {
            let Some(_user) = session else {
                return Err(ErrorUnauthorized("please sign in"));
            };
            let answer = rest.await?;
            Ok(answer)
        })
    }
}

fn verify_session(token: &str) -> Option<String> {
    token.strip_prefix("Bearer ").map(str::to_owned)
}

pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/notes", web::post().to(create).wrap(Auth))
        .route("/notes/{id}", web::put().to(change).wrap(Auth))
        .route("/notes/{id}", web::delete().to(remove)); //~ route-outside-auth-layer
}

pub fn app() {
    let _ = App::new().configure(routes);
}

async fn create() -> HttpResponse {
    HttpResponse::Created().finish()
}

async fn change() -> HttpResponse {
    HttpResponse::Ok().finish()
}

async fn remove() -> HttpResponse {
    HttpResponse::Ok().finish()
}
