//@ dep: axum = "0.8"
//! What lies beside a request and says nothing of who asks: the route that it matched. Who has come in says it. Tokens that are traded are no credentials.

use axum::Router;
use axum::extract::{Extension, MatchedPath, Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, post, put};

#[derive(Clone)]
pub struct Account {
    pub id: u64,
}

async fn trace(request: Request, next: Next) -> Response {
    let Some(path) = request.extensions().get::<MatchedPath>() else {
        return StatusCode::FORBIDDEN.into_response();
    };
    println!("{}", path.as_str());
    next.run(request).await
}

async fn require_account(request: Request, next: Next) -> Result<Response, StatusCode> {
    if request.extensions().get::<Account>().is_none() {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}

#[derive(Clone)]
pub struct Lists {
    pub open: &'static [&'static str],
}

/// Which routes are open is not read: it guards what lies behind it.
async fn require_token(State(lists): State<Lists>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    if let Some(route) = route
        && lists.open.contains(&route)
    {
        return next.run(request).await;
    }
    let sent = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    match sent.and_then(token_of) {
        Some(_) => next.run(request).await,
        None => StatusCode::UNAUTHORIZED.into_response(),
    }
}

fn token_of(sent: &str) -> Option<u64> {
    std::fs::read_to_string(format!("tokens/{sent}")).ok()?.trim().parse().ok()
}

fn fee_of(sell_token: u64, buy_token: u64) -> Result<u64, StatusCode> {
    let fee = native_token_price(sell_token).checked_mul(buy_token).ok_or(StatusCode::FORBIDDEN)?;
    Ok(fee)
}

fn native_token_price(token: u64) -> u64 {
    token / 2
}

pub fn router() -> Router {
    let traced = Router::new().route("/traced", post(note)).layer(from_fn(trace));
    let known = Router::new()
        .route("/known", put(note))
        .route("/known/{id}", delete(remove))
        .layer(from_fn(require_account));
    let lists = Lists { open: &["/listed/open"] };
    let listed = Router::new().route("/listed", post(note)).layer(from_fn_with_state(lists, require_token));
    let known = known.merge(listed);
    Router::new().route("/orders/{sell}/{buy}", post(order)).merge(traced).merge(known)
}

async fn order(Path((sell, buy)): Path<(u64, u64)>) -> Result<String, StatusCode> {
    let fee = fee_of(sell, buy)?;
    Ok(fee.to_string())
}

async fn note(text: String) -> String {
    text
}

async fn remove(Extension(account): Extension<Account>) -> String {
    account.id.to_string()
}
