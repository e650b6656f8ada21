//@ dep: axum = "0.8"
//@ dep: axum-extra = "0.12"
//! A token that one of several keys may have signed: what is done is done where one of them fits. And a check for each of several
//! records, or for each of several tokens, of which there may be none.

use axum::extract::{FromRequestParts, State};
use axum::http::{HeaderMap, StatusCode};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{delete, post, put};
use axum::{Json, Router};
use axum_extra::TypedHeader;
use axum_extra::headers::Authorization;
use axum_extra::headers::authorization::Bearer;

pub struct Member(String);

impl<S: Send + Sync> FromRequestParts<S> for Member {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let claims = verify(token.to_str().unwrap_or_default(), "own").map_err(|_| StatusCode::UNAUTHORIZED)?;
        Ok(Member(claims))
    }
}

#[derive(Clone, Default)]
pub struct Shop {
    keys: Vec<String>,
}

fn verify(token: &str, key: &str) -> Result<String, String> {
    token.strip_prefix(key).map(str::to_owned).ok_or_else(|| "invalid signature".to_owned())
}

fn save(name: &str) -> StatusCode {
    if name.is_empty() { StatusCode::BAD_REQUEST } else { StatusCode::OK }
}

async fn notify(
    State(shop): State<Shop>,
    TypedHeader(token): TypedHeader<Authorization<Bearer>>,
) -> Result<StatusCode, StatusCode> {
    for key in &shop.keys {
        match verify(token.token(), key) {
            Ok(claims) => return Ok(save(&claims)),
            Err(reason) => eprintln!("not this key: {reason}"),
        }
    }
    Err(StatusCode::UNAUTHORIZED)
}

async fn notify_all(
    State(shop): State<Shop>,
    TypedHeader(token): TypedHeader<Authorization<Bearer>>,
) -> Result<StatusCode, StatusCode> {
    for key in &shop.keys {
        match verify(token.token(), key) {
            Ok(claims) => eprintln!("{claims}"),
            Err(reason) => eprintln!("not this key: {reason}"),
        }
    }
    Ok(save("all"))
}

fn check_access(record: &str, member: Option<&Member>) -> Result<(), StatusCode> {
    match member {
        Some(member) if record.starts_with(&member.0) => Ok(()),
        _ => Err(StatusCode::FORBIDDEN),
    }
}

async fn add_all(
    member: Result<Member, StatusCode>,
    Json(records): Json<Vec<String>>,
) -> Result<StatusCode, StatusCode> {
    let member = member.ok();
    for record in &records {
        check_access(record, member.as_ref())?;
    }
    Ok(save(&records.join(",")))
}

async fn add_unless(headers: HeaderMap, Json(records): Json<Vec<String>>) -> Result<StatusCode, StatusCode> {
    for token in headers.get_all("authorization") {
        verify(token.to_str().unwrap_or_default(), "own").map_err(|_| StatusCode::UNAUTHORIZED)?;
    }
    Ok(save(&records.join(",")))
}

async fn rename(member: Member, Json(name): Json<String>) -> StatusCode {
    save(&format!("{} {name}", member.0))
}

async fn leave(member: Member) -> StatusCode {
    save(&member.0)
}

async fn join(member: Member) -> StatusCode {
    save(&member.0)
}

pub fn router(shop: Shop) -> Router {
    Router::new()
        .route("/orders/notify", post(notify))
        .route("/orders/notify-all", post(notify_all))
        .route("/records/all", post(add_all))
        .route("/records/unless", post(add_unless))
        .route("/members/name", put(rename))
        .route("/members/self", delete(leave))
        .route("/members/new", post(join))
        .with_state(shop)
}
