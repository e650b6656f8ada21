//@ dep: axum = "0.8"
//@ dep: axum-login = "0.18"
//@ dep: serde = { version = "1", features = ["derive"] }
//! Handlers that let people in check what is sent, and guard nothing; the others are behind a layer of a library.

use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::Router;
use axum_login::{AuthUser, AuthnBackend, UserId, login_required};
use serde::Deserialize;

#[derive(Clone, Debug)]
pub struct Member {
    number: i64,
    mark: Vec<u8>,
}

impl AuthUser for Member {
    type Id = i64;

    fn id(&self) -> i64 {
        self.number
    }

    fn session_auth_hash(&self) -> &[u8] {
        &self.mark
    }
}

#[derive(Clone, Deserialize)]
pub struct Sent {
    code: String,
}

#[derive(Clone)]
pub struct Members;

impl AuthnBackend for Members {
    type User = Member;
    type Credentials = Sent;
    type Error = std::convert::Infallible;

    async fn authenticate(&self, sent: Sent) -> Result<Option<Member>, Self::Error> {
        Ok(find(&sent.code))
    }

    async fn get_user(&self, number: &UserId<Self>) -> Result<Option<Member>, Self::Error> {
        Ok(Some(Member { number: *number, mark: Vec::new() }))
    }
}

fn find(code: &str) -> Option<Member> {
    code.parse().ok().map(|number| Member { number, mark: Vec::new() })
}

type AuthSession = axum_login::AuthSession<Members>;

async fn by_code(mut session: AuthSession, Form(sent): Form<Sent>) -> impl IntoResponse {
    let member = match session.authenticate(sent).await {
        Ok(Some(member)) => member,
        Ok(None) => return StatusCode::UNAUTHORIZED.into_response(),
        Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    if session.login(&member).await.is_err() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    Redirect::to("/").into_response()
}

async fn returned(mut session: AuthSession, Query(sent): Query<Sent>) -> impl IntoResponse {
    let Ok(Some(member)) = session.authenticate(sent).await else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    if session.login(&member).await.is_err() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    Redirect::to("/").into_response()
}

async fn front() -> &'static str {
    "front"
}

async fn rename(session: AuthSession, Form(sent): Form<Sent>) -> impl IntoResponse {
    match session.user {
        Some(member) => format!("{} {}", member.number, sent.code).into_response(),
        None => StatusCode::UNAUTHORIZED.into_response(),
    }
}

pub fn app() -> Router {
    Router::new()
        .route("/", get(front))
        .route("/name", post(rename))
        .route_layer(login_required!(Members, login_url = "/enter"))
        .route("/enter/code", post(by_code))
        .route("/oidc/return", get(returned))
}
