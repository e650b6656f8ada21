//@ dep: axum = "0.8"
//! A middleware that writes a log looks at who is known, and at other things in the request.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{delete, post};

#[derive(Clone)]
pub struct Client(pub String);

async fn log(request: Request, next: Next) -> Response {
    let client = request.extensions().get::<Client>().map_or("-".to_owned(), |client| client.0.clone());
    let agent = request.headers().get("user-agent").and_then(|value| value.to_str().ok()).map(str::to_owned);
    let response = next.run(request).await;
    if response.status() == StatusCode::UNAUTHORIZED {
        eprintln!("{client} was refused");
    }
    match agent {
        Some(agent) => println!("{client} {agent}"),
        None => println!("{client}"),
    }
    response
}

fn is_known(token: &str) -> bool {
    std::fs::exists(format!("tokens/{token}")).unwrap_or(false)
}

pub fn router() -> Router {
    Router::new()
        .route("/doors", post(change))
        .route("/doors/{id}", delete(remove))
        .layer(from_fn(log))
}

async fn change(text: String) -> String {
    text
}

async fn remove() -> &'static str {
    "gone"
}
