//@ dep: poem = "3"
//! Routes that are made where they are handed to the server, behind a middleware type that asks for a user and a password.

use poem::http::StatusCode;
use poem::listener::TcpListener;
use poem::web::headers::authorization::Basic;
use poem::web::headers::{Authorization, HeaderMapExt};
use poem::{Endpoint, EndpointExt, Error, Middleware, Request, Result, Route, Server, get, handler, post};

struct Doorman {
    user: String,
    password: String,
}

impl<E: Endpoint> Middleware<E> for Doorman {
    type Output = GuardedBy<E>;

    fn transform(&self, inner: E) -> Self::Output {
        GuardedBy { inner, user: self.user.clone(), password: self.password.clone() }
    }
}

struct GuardedBy<E> {
    inner: E,
    user: String,
    password: String,
}

impl<E: Endpoint> Endpoint for GuardedBy<E> {
    type Output = E::Output;

    async fn call(&self, request: Request) -> Result<Self::Output> {
        if let Some(sent) = request.headers().typed_get::<Authorization<Basic>>() {
            if sent.0.username() == self.user && sent.0.password() == self.password {
                return self.inner.call(request).await;
            }
        }
        Err(Error::from_status(StatusCode::UNAUTHORIZED))
    }
}

/// Whoever brings a ticket is known; the others are let through as well.
struct Tickets;

impl<E: Endpoint> Middleware<E> for Tickets {
    type Output = WithTickets<E>;

    fn transform(&self, inner: E) -> Self::Output {
        WithTickets { inner }
    }
}

struct WithTickets<E> {
    inner: E,
}

impl<E: Endpoint> Endpoint for WithTickets<E> {
    type Output = E::Output;

    async fn call(&self, mut request: Request) -> Result<Self::Output> {
        if let Some(ticket) = request.header("authorization").map(str::to_owned)
            && let Some(holder) = { holder_of(&ticket).await? }
        {
            request.extensions_mut().insert(holder);
        }
        self.inner.call(request).await
    }
}

async fn holder_of(ticket: &str) -> Result<Option<u64>> {
    Ok(ticket.strip_prefix("Ticket ").and_then(|number| number.parse().ok()))
}

#[handler]
fn orders() -> &'static str {
    "orders"
}

#[handler]
fn cancel(text: String) -> String {
    text
}

pub async fn serve(user: String, password: String) -> std::io::Result<()> {
    Server::new(TcpListener::bind("127.0.0.1:3000"))
        .run(Route::new().at("/orders", get(orders).post(cancel)).with(Doorman { user, password }))
        .await
}

pub async fn serve_openly() -> std::io::Result<()> {
    Server::new(TcpListener::bind("127.0.0.1:3001")).run(Route::new().at("/reports", post(cancel)).with(Tickets)).await
}
