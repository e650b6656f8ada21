//@ dep: axum = "0.8"
//! What lies below one collection is changed by those who have a rank; one handler takes anybody who is known.

use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use axum::http::request::Parts;
use axum::routing::{delete, post, put};

pub struct Fellow {
    pub id: u64,
    pub lends: bool,
}

fn fellow_of(token: &str) -> Option<Fellow> {
    let line = std::fs::read_to_string(format!("fellows/{token}")).ok()?;
    let (id, lends) = line.split_once(' ')?;
    Some(Fellow { id: id.parse().ok()?, lends: lends == "lends" })
}

impl<S: Send + Sync> FromRequestParts<S> for Fellow {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).and_then(|v| v.to_str().ok());
        token.and_then(fellow_of).ok_or(StatusCode::UNAUTHORIZED)
    }
}

/// Who may lend things out.
pub struct Counter(pub Fellow);

impl<S: Send + Sync> FromRequestParts<S> for Counter {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, StatusCode> {
        let fellow = Fellow::from_request_parts(parts, state).await?;
        if !fellow.lends {
            return Err(StatusCode::FORBIDDEN);
        }
        Ok(Counter(fellow))
    }
}

pub fn router() -> Router {
    Router::new()
        .route("/tools", post(create))
        .route("/tools/{id}", put(rename).delete(scrap))
        .route("/tools/{id}/wishes", post(wish))
        .route("/tools/{id}/state", put(report_state))
        .route("/desks", post(set_up))
        .route("/desks/{id}", put(move_desk))
        .route("/desks/{id}/seat", delete(stand_up))
}

async fn create(_counter: Counter, name: String) -> String {
    store(0, &name)
}

async fn rename(_counter: Counter, Path(id): Path<u64>, name: String) -> String {
    store(id, &name)
}

async fn scrap(fellow: Fellow, Path(id): Path<u64>) -> String { //~ authorization-outlier
    println!("{} throws {id} away", fellow.id);
    store(id, "")
}

async fn report_state(headers: HeaderMap, Path(id): Path<u64>, text: String) -> Result<String, StatusCode> {
    let key = headers.get("x-tool-key").ok_or(StatusCode::UNAUTHORIZED)?;
    if key != tool_key().as_str() {
        return Err(StatusCode::UNAUTHORIZED);
    }
    Ok(store(id, &text))
}

fn tool_key() -> String {
    std::fs::read_to_string("keys/tools").unwrap_or_default()
}

async fn wish(_fellow: Fellow, Path(id): Path<u64>, text: String) -> String {
    store(id, &text)
}

async fn set_up(_counter: Counter, name: String) -> String {
    store(0, &name)
}

async fn move_desk(_counter: Counter, Path(id): Path<u64>, name: String) -> String {
    store(id, &name)
}

async fn stand_up(fellow: Fellow, Path(desk): Path<u64>) -> String {
    store(desk, &fellow.id.to_string())
}

fn store(id: u64, text: &str) -> String {
    let _ = std::fs::write(format!("things/{id}"), text);
    text.to_owned()
}
