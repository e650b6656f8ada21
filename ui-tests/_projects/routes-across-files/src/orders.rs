//! Not below the layer: the handlers ask themselves, but for one.

use axum::Router;
use axum::routing::{delete, post, put};

use crate::guard::Customer;

pub fn router() -> Router {
    Router::new()
        .route("/", post(create))
        .route("/{id}", put(create))
        .route("/{id}", delete(remove)) //~ missing-authorization
}

async fn create(Customer(name): Customer, text: String) -> String {
    name + &text
}

async fn remove() -> &'static str {
    "gone"
}
