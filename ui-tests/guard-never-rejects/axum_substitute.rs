//@ dep: axum = "0.8"
//! A substitute for whoever is not known.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, post};

pub struct Customer {
    pub number: u64,
}

impl Customer {
    fn number(&self) -> u64 {
        self.number
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Customer {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Customer, StatusCode> { //~ guard-never-rejects
        let token = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        Ok(token.and_then(customer_of).unwrap_or(Customer { number: 0 }))
    }
}

fn customer_of(token: &str) -> Option<Customer> {
    let line = std::fs::read_to_string(format!("customers/{token}")).ok()?;
    Some(Customer { number: line.trim().parse().ok()? })
}

pub fn router() -> Router {
    Router::new().route("/orders", post(order)).route("/orders/{id}", delete(cancel))
}

async fn order(customer: Customer, text: String) -> String {
    text + &customer.number().to_string()
}

async fn cancel(customer: Customer) -> String {
    customer.number().to_string()
}
