//@ dep: axum = "0.8"
//! Who asks lies beside the request: handlers that take it run only behind a layer that puts it there.

use axum::extract::{Extension, FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};
use axum::Router;

#[derive(Clone)]
pub struct Config {
    pub by_proxy: bool,
}

#[derive(Clone)]
pub struct Account {
    pub id: u64,
    pub nickname: Option<String>,
}

#[derive(Clone)]
pub struct MaybeAccount {
    pub account: Option<Account>,
}

/// Everybody is somebody here, be it a guest.
#[derive(Clone)]
pub struct Principal {
    pub id: u64,
}

impl Principal {
    pub fn guest() -> Self {
        Principal { id: 0 }
    }
}

#[derive(Clone, Copy)]
enum Way {
    Header,
    Proxy,
}

fn account_of(request: &Request, way: Way) -> Result<Account, StatusCode> {
    match way {
        Way::Header => {
            let token = request.headers().get("authorization").ok_or(StatusCode::UNAUTHORIZED)?;
            Ok(Account { id: verify_token(token.as_bytes()).ok_or(StatusCode::FORBIDDEN)?, nickname: None })
        }
        // The proxy lets nobody through whom it does not know.
        Way::Proxy => Ok(Account { id: 1, nickname: None }),
    }
}

fn verify_token(token: &[u8]) -> Option<u64> {
    (token.len() == 32).then_some(7)
}

async fn by_header(State(_): State<Config>, mut request: Request, next: Next) -> Result<Response, StatusCode> {
    let account = account_of(&request, Way::Header)?;
    request.extensions_mut().insert(account);
    Ok(next.run(request).await)
}

async fn by_proxy(State(_): State<Config>, mut request: Request, next: Next) -> Result<Response, StatusCode> {
    let account = account_of(&request, Way::Proxy)?;
    request.extensions_mut().insert(account);
    Ok(next.run(request).await)
}

async fn load(State(_): State<Config>, mut request: Request, next: Next) -> Response {
    let token = request.headers().get("authorization");
    let known = token.and_then(|t| verify_token(t.as_bytes()));
    let account = known.map(|id| Account { id, nickname: None });
    let principal = known.map_or_else(Principal::guest, |id| Principal { id });
    if let Some(account) = account.clone() {
        request.extensions_mut().insert(account);
    }
    request.extensions_mut().insert(principal);
    request.extensions_mut().insert(MaybeAccount { account });
    next.run(request).await
}

#[derive(FromRequestParts)]
pub struct Signed {
    #[from_request(via(Extension))]
    account: Account,
}

#[derive(FromRequestParts)]
pub struct PerhapsSigned {
    #[from_request(via(Extension))]
    account: Option<Account>,
}

fn orders() -> Router<Config> {
    Router::new().route("/samples", post(sample)).route("/orders", get(list).post(place)).route("/orders/{id}/cancel", post(cancel))
}

fn private(config: Config) -> Router<Config> {
    let router = orders();
    if config.by_proxy {
        router.layer(from_fn_with_state(config, by_proxy))
    } else {
        router.layer(from_fn_with_state(config, by_header))
    }
}

pub fn app(config: Config) -> Router {
    let loaded = Router::new()
        .route("/notes", post(note))
        .route("/notes/signed", post(signed))
        .route("/notes/anybody", post(anybody))
        .route("/notes/perhaps", post(perhaps))
        .route("/notes/guest", post(guest))
        .layer(from_fn_with_state(config.clone(), load));
    Router::new()
        .merge(private(config.clone()))
        .merge(loaded)
        .route("/outside", post(outside))
        .with_state(config)
}

async fn list(Extension(account): Extension<Account>) -> String {
    account.id.to_string()
}
async fn place(Extension(account): Extension<Account>, body: String) -> String {
    format!("{} {body}", account.id)
}
async fn sample(text: String) -> String {
    text
}
async fn cancel(_: Extension<Account>) {}
async fn note(Extension(account): Extension<Account>) -> String {
    account.id.to_string()
}
async fn signed(signed: Signed) -> String {
    signed.account.id.to_string()
}
async fn anybody(_: Extension<MaybeAccount>) {}
async fn perhaps(_: PerhapsSigned) {}
async fn guest(_: Extension<Principal>) {}
async fn outside(_: Extension<Account>) {}
