//@ dep: axum = "0.8"
//! The same routes with the layer and without it: a setting says which of them are served. One that is added beside them
//! whatever the setting says is outside.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, post, put};

async fn require_token(request: Request, next: Next) -> Result<Response, StatusCode> {
    let token = request.headers().get("x-token").and_then(|value| value.to_str().ok());
    match token {
        Some(token) if is_known(token) => Ok(next.run(request).await),
        _ => Err(StatusCode::UNAUTHORIZED),
    }
}

fn is_known(token: &str) -> bool {
    std::fs::exists(format!("tokens/{token}")).unwrap_or(false)
}

pub struct Depot {
    router: Router,
}

impl Depot {
    pub fn with_loading(mut self, tokens: Option<String>) -> Self {
        if tokens.is_some() {
            self.router = self
                .router
                .route("/crates", put(load).route_layer(from_fn(require_token)))
                .route("/pallets", put(stack).route_layer(from_fn(require_token)));
        } else {
            self.router = self.router.route("/crates", put(load)).route("/pallets", put(stack));
        }
        self
    }
}

pub fn by_arms(mode: &str) -> Router {
    let floors = Router::new().route("/floors", post(sweep)).route("/floors/{id}", delete(sweep));
    match mode {
        "home" => floors,
        _ => floors.layer(from_fn(require_token)),
    }
}

pub fn always_beside() -> Router {
    Router::new()
        .route("/doors", post(change))
        .route("/doors/{id}", put(change))
        .layer(from_fn(require_token))
        .route("/doors/{id}", delete(shut)) //~ route-outside-auth-layer
}

async fn load(text: String) -> String {
    text
}

async fn stack(text: String) -> String {
    text
}

async fn sweep() -> &'static str {
    "clean"
}

async fn change(text: String) -> String {
    text
}

async fn shut() -> &'static str {
    "shut"
}
