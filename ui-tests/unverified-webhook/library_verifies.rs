//@ dep: axum = "0.8"
//! A function of another crate that gets the value, and a service type that gets it in a struct.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;

#[derive(Clone)]
pub struct App;

pub struct Incoming {
    signature: String,
    body: Bytes,
}

impl App {
    async fn take(&self, incoming: Incoming) -> StatusCode {
        let same = incoming.signature.len() == 64 && incoming.body.len() > 1;
        if same { StatusCode::OK } else { StatusCode::BAD_REQUEST }
    }
}

pub fn router(app: App) -> Router {
    Router::new().route("/line", post(line)).route("/stripe", post(stripe_event)).with_state(app)
}

async fn line(State(app): State<App>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let Some(signature) = headers.get("x-line-signature").and_then(|value| value.to_str().ok()) else {
        return StatusCode::BAD_REQUEST;
    };
    app.take(Incoming { signature: signature.to_owned(), body }).await
}

async fn stripe_event(headers: HeaderMap, body: String) -> StatusCode {
    let signature = headers.get("stripe-signature").and_then(|value| value.to_str().ok()).unwrap_or_default();
    match stripe::Webhook::construct_event(&body, signature, "whsec") {
        Ok(event) => credit(&event.id),
        Err(_) => return StatusCode::BAD_REQUEST,
    }
    StatusCode::OK
}

fn credit(event: &str) {
    let _ = std::fs::write(event, "");
}

mod stripe {
    pub struct Event {
        pub id: String,
    }

    pub struct Webhook;

    impl Webhook {
        pub fn construct_event(body: &str, signature: &str, secret: &str) -> Result<Event, ()> {
            if body.len() + signature.len() > secret.len() { Ok(Event { id: body.to_owned() }) } else { Err(()) }
        }
    }
}
