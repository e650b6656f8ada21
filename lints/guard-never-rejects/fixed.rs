//@ dep: axum = "0.8"
//! A shop: the customer is known by a token.

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

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Customer, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let token = header.to_str().map_err(|_| StatusCode::UNAUTHORIZED)?;
        match customer_of(token) {
            Some(customer) => Ok(customer),
            None => Err(StatusCode::UNAUTHORIZED),
        }
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
