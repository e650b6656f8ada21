//@ dep: axum = "0.8"
//@ dep: http = "1"
//@ dep: tower = "0.5"
//@ dep: tower-http = "0.6"
//! What guards only under a setting: a router that is served with a layer and without it, a layer or a type that asks each request
//! unless one of its own fields says that it need not. Addresses are statics.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{StatusCode, header::AUTHORIZATION};
use axum::response::Response;
use axum::routing::{delete, post, put};
use tower::{Layer, Service};
use tower_http::auth::{AsyncAuthorizeRequest, AsyncRequireAuthorizationLayer};

static LAMPS: &str = "/lamps/{id}";

#[derive(Clone)]
pub struct AskLayer {
    pub token: String,
}

impl<S> Layer<S> for AskLayer {
    type Service = Ask<S>;

    fn layer(&self, inner: S) -> Ask<S> {
        Ask { inner, token: self.token.clone() }
    }
}

#[derive(Clone)]
pub struct Ask<S> {
    inner: S,
    token: String,
}

impl<S> Service<Request> for Ask<S>
where
    S: Service<Request, Response = Response> + Send + 'static,
    S::Future: Send + 'static,
{
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response, S::Error>> + Send>>;
    type Response = Response;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        if self.token.is_empty() {
            return Box::pin(self.inner.call(request));
        }
        let sent = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if sent == format!("Bearer {}", self.token) {
            return Box::pin(self.inner.call(request));
        }
        let refused = Response::builder().status(StatusCode::UNAUTHORIZED).body(Body::empty()).expect("a body");
        Box::pin(async move { Ok(refused) })
    }
}

#[derive(Clone)]
pub struct Keys {
    pub network: Option<String>,
    pub keys: Vec<String>,
}

impl AsyncAuthorizeRequest<Body> for Keys {
    type RequestBody = Body;
    type ResponseBody = Body;
    type Future = Pin<Box<dyn Future<Output = Result<Request, Response>> + Send>>;

    fn authorize(&mut self, request: Request) -> Self::Future {
        let inside = self.network.is_some();
        let keys = self.keys.clone();
        Box::pin(async move {
            if inside {
                return Ok(request);
            }
            let sent = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
            match sent {
                Some(token) if is_signed(token, &keys) => Ok(request),
                _ => Err(Response::builder().status(StatusCode::UNAUTHORIZED).body(Body::empty()).expect("a body")),
            }
        })
    }
}

#[derive(Clone)]
pub struct Always {
    pub keys: Vec<String>,
}

impl AsyncAuthorizeRequest<Body> for Always {
    type RequestBody = Body;
    type ResponseBody = Body;
    type Future = Pin<Box<dyn Future<Output = Result<Request, Response>> + Send>>;

    fn authorize(&mut self, request: Request) -> Self::Future {
        let keys = self.keys.clone();
        Box::pin(async move {
            let sent = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
            match sent {
                Some(token) if is_signed(token, &keys) => Ok(request),
                _ => Err(Response::builder().status(StatusCode::UNAUTHORIZED).body(Body::empty()).expect("a body")),
            }
        })
    }
}

fn is_signed(token: &str, keys: &[String]) -> bool {
    keys.iter().any(|key| std::fs::exists(format!("signed/{key}/{token}")).unwrap_or(false))
}

pub async fn serve(token: String, network: Option<String>, keys: Vec<String>) {
    let lamps = Router::new().route(LAMPS, put(switch).delete(remove));
    let outside = lamps.clone().layer(AskLayer { token });
    let rooms = Router::new()
        .route("/rooms", post(switch))
        .layer(AsyncRequireAuthorizationLayer::new(Keys { network, keys: keys.clone() }));
    let halls = Router::new()
        .route("/halls", delete(remove))
        .layer(AsyncRequireAuthorizationLayer::new(Always { keys }));
    run("0.0.0.0:80", outside.merge(rooms).merge(halls)).await;
    run("/run/lamps", lamps).await;
}

async fn run(address: &str, router: Router) {
    let listener = tokio::net::TcpListener::bind(address).await.expect("an address");
    axum::serve(listener, router).await.expect("a server");
}

async fn switch(text: String) -> String {
    text
}

async fn remove() -> &'static str {
    "gone"
}
