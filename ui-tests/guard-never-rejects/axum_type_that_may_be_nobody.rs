//@ dep: axum = "0.8"
//! Types that can say that nobody is known: an `Option`, an enum.

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

pub struct Shopper {
    pub customer: Option<Customer>,
}

impl Shopper {
    fn number(&self) -> u64 {
        self.customer.as_ref().map_or(0, |customer| customer.number)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Shopper {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Shopper, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        Ok(Shopper { customer: token.and_then(customer_of) })
    }
}

pub enum Account {
    Known(Customer),
    Unknown,
}

impl<S: Send + Sync> FromRequestParts<S> for Account {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Account, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        match token.and_then(customer_of) {
            Some(customer) => Ok(Account::Known(customer)),
            None => Ok(Account::Unknown),
        }
    }
}

pub async fn greet(account: Account) -> &'static str {
    match account {
        Account::Known(_) => "hello",
        Account::Unknown => "sign in",
    }
}

fn customer_of(token: &str) -> Option<Customer> {
    let line = std::fs::read_to_string(format!("customers/{token}")).ok()?;
    Some(Customer { number: line.trim().parse().ok()? })
}

pub fn router() -> Router {
    Router::new().route("/orders", post(order)).route("/orders/{id}", delete(cancel))
}

async fn order(customer: Shopper, text: String) -> String {
    text + &customer.number().to_string()
}

async fn cancel(customer: Shopper) -> String {
    customer.number().to_string()
}
