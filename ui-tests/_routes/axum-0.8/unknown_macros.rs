//@ dep: axum = "0.8"
//@ dep: route_table = "1"
//! Routes in macros of another crate: unsure, with the place; a handler that asks by itself is protected all the same.

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::StatusCode;
use axum::routing::get;
use axum::Router;

pub struct User(String);

impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        user_of(token).map(User).ok_or(StatusCode::UNAUTHORIZED)
    }
}

mod users {
    use super::User;

    pub async fn list() {}
    pub async fn create(_: User) {}
    pub async fn remove() {}
}

mod groups {
    pub async fn create() {}
    pub async fn rename() {}
}

route_table::table! {
    "/users" => get(users::list), post(users::create);
    "/users/{id}" => delete(users::remove);
}

#[route_table::routes("" => [post(groups::create)], "/{id}" => [put("/name", groups::rename)])]
pub struct Groups;

async fn health() {}

pub fn app(extra: Box<dyn Plugin>) -> Router {
    Router::new()
        .route("/health", get(health))
        .merge(route_table::router!(get(health)))
        .merge(extra.router())
}
