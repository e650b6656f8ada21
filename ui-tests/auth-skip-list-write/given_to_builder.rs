//@ dep: actix-web = "4"
//! The addresses that are open are given to the middleware where it is made, and lie in its fields.

use std::future::{Ready, ready};
use std::rc::Rc;

use actix_web::body::EitherBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::{App, Error, HttpResponse, web};
use futures_util::future::LocalBoxFuture;

#[derive(Clone, Default)]
pub struct Gate {
    whole: Vec<&'static str>,
    below: Vec<String>,
}

impl Gate {
    pub fn open(mut self, path: &'static str) -> Self {
        self.whole.push(path);
        self
    }

    pub fn open_below(mut self, front: &str) -> Self {
        self.below.push(front.to_owned());
        self
    }

    fn is_open(&self, path: &str) -> bool {
        self.whole.contains(&path) || self.below.iter().any(|front| path.starts_with(front.as_str()))
    }
}

impl<S, B> Transform<S, ServiceRequest> for Gate
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type InitError = ();
    type Transform = GateService<S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(GateService { service: Rc::new(service), gate: self.clone() }))
    }
}

pub struct GateService<S> {
    service: Rc<S>,
    gate: Gate,
}

impl<S, B> Service<ServiceRequest> for GateService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self::Response, Error>>;

    forward_ready!(service);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let service = self.service.clone();
        let user = request.cookie("session").and_then(|cookie| user_of(cookie.value()));
        let open = self.gate.is_open(request.path());
        Box::pin(async move {
            if user.is_none() && !open {
                let answer = request.into_response(HttpResponse::Unauthorized().finish());
                return Ok(answer.map_into_right_body());
            }
            service.call(request).await.map(ServiceResponse::map_into_left_body)
        })
    }
}

fn user_of(token: &str) -> Option<u64> {
    std::fs::read_to_string(format!("users/{token}")).ok()?.trim().parse().ok()
}

pub fn routes() {
    let _ = App::new()
        .wrap(Gate::default().open("/health").open_below("/boards/wall")) //~ auth-skip-list-write
        .route("/health", web::get().to(look))
        .route("/boards/wall", web::get().to(look))
        .route("/boards/walls", web::post().to(pin))
        .route("/boards/desk", web::post().to(pin))
        .route("/boards/desk", web::delete().to(pin));
}

pub fn other() {
    let gate = Gate::default().open("/health");
    let _ = App::new().wrap(gate).route("/notes", web::post().to(pin)).route("/notes", web::delete().to(pin));
}

async fn look() -> &'static str {
    "all"
}

async fn pin(text: String) -> String {
    text
}
