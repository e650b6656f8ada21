//@ dep: axum = "0.8"
//@ dep: tower = "0.5"
//@ dep: tower-sessions = "0.14"
//! A layer that puts who is signed in beside the request and fails only where the store does, which asks nobody, and one
//! that asks.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use tower::{Layer, Service};
use tower_sessions::Session;

#[derive(Clone)]
pub struct SignedIn(Option<u64>);

#[derive(Clone)]
pub struct Remember;

impl<S> Layer<S> for Remember {
    type Service = Remembering<S>;

    fn layer(&self, inner: S) -> Self::Service {
        Remembering { inner }
    }
}

#[derive(Clone)]
pub struct Remembering<S> {
    inner: S,
}

impl<S> Service<Request> for Remembering<S>
where
    S: Service<Request, Response = Response> + Clone + Send + 'static,
    S::Future: Send,
{
    type Response = Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        let mut inner = self.inner.clone();
        Box::pin(async move {
            let Some(session) = request.extensions().get::<Session>().cloned() else {
                let mut answer = Response::new(Body::empty());
                *answer.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
                return Ok(answer);
            };
            let known = match session.get::<u64>("account").await {
                Ok(known) => known,
                Err(_) => {
                    let mut answer = Response::new(Body::empty());
                    *answer.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
                    return Ok(answer);
                }
            };
            request.extensions_mut().insert(SignedIn(known));
            inner.call(request).await
        })
    }
}

async fn signed_in(Extension(who): Extension<SignedIn>, request: Request, next: Next) -> Result<Response, StatusCode> {
    if who.0.is_none() {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}

async fn notes() -> &'static str {
    "notes"
}

async fn add(text: String) -> String {
    text
}

async fn front() -> &'static str {
    "front"
}

pub fn app() -> Router {
    Router::new()
        .route("/notes", get(notes).post(add))
        .route_layer(from_fn(signed_in))
        .route("/", get(front))
        .route("/votes", post(add))
        .layer(Remember)
}
