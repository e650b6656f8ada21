//@ dep: axum = "0.8"
//! Functions that make, take and extend routers; nesting under conditions; what a layer covers.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, get, post};

pub struct Settings {
    pub admin: bool,
    pub prefix: String,
    pub login_required: bool,
}

async fn require_token(request: Request, next: Next) -> Result<Response, StatusCode> {
    let token = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    match token.map(tokens::account_of) {
        Some(Some(_)) => Ok(next.run(request).await),
        _ => Err(StatusCode::UNAUTHORIZED),
    }
}

async fn log(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    println!("{}", response.status());
    response
}

mod tokens {
    pub fn account_of(token: &str) -> Option<u64> {
        token.parse().ok()
    }
}

mod members {
    use super::*;

    pub fn router() -> Router {
        Router::new().route("/", post(add)).route("/{id}", delete(remove))
    }

    async fn add(name: String) -> String {
        name
    }

    async fn remove() -> &'static str {
        "gone"
    }
}

trait Logged {
    fn logged(self) -> Self;
}

impl Logged for Router {
    fn logged(self) -> Self {
        self.layer(from_fn(log)).route("/log", get(show))
    }
}

fn guarded(router: Router, settings: &Settings) -> Router {
    if settings.login_required { router.layer(from_fn(require_token)) } else { router }
}

pub fn application(settings: Settings) -> Router {
    let mut router = Router::new().nest("/members", members::router()).route_layer(from_fn(require_token));
    router = router.route("/late", post(show));
    if settings.admin {
        router = router.nest("/admin", guarded(Router::new().route("/stop", post(show)), &settings));
    }
    let router = router.logged();
    Router::new().nest(&format!("{}/v1", settings.prefix), router)
}

async fn show() -> &'static str {
    "shown"
}
