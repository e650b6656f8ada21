//@ dep: aide = { version = "0.15", features = ["axum", "axum-json"] }
//@ dep: axum = "0.8"
//@ dep: schemars = "0.9"
//@ dep: serde = { version = "1", features = ["derive"] }
//! Documented routes beside plain ones, nested routers, a route that is added after the layer.

use aide::axum::routing::{delete_with, get, get_with, post, post_with};
use aide::axum::{ApiRouter, IntoApiResponse};
use aide::openapi::OpenApi;
use aide::transform::TransformOperation;
use axum::extract::{FromRequestParts, Path, Request};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::StatusCode;
use axum::middleware::{from_fn, Next};
use axum::response::Response;
use axum::{Extension, Json, Router};

pub struct Member(String);

impl<S: Send + Sync> FromRequestParts<S> for Member {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        let name = member_of(header.as_bytes()).ok_or(StatusCode::UNAUTHORIZED)?;
        Ok(Member(name))
    }
}

async fn staff_only(request: Request, next: Next) -> Result<Response, StatusCode> {
    let token = request.headers().get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
    if !is_staff(token.as_bytes()) {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(next.run(request).await)
}

async fn list() -> impl IntoApiResponse {
    Json(vec!["todo"])
}

fn list_docs(op: TransformOperation<'_>) -> TransformOperation<'_> {
    op.description("All entries.")
}

async fn create(Member(name): Member, Json(text): Json<String>) -> impl IntoApiResponse {
    store(&name, &text)
}

async fn remove(_: Member, Path(id): Path<u64>) -> StatusCode {
    forget(id)
}

async fn archive(Path(id): Path<u64>) -> StatusCode {
    forget(id)
}

async fn report() -> StatusCode {
    StatusCode::OK
}

async fn purge() -> StatusCode {
    forget(0)
}

fn todos() -> ApiRouter {
    ApiRouter::new()
        .api_route("/", get_with(list, list_docs).post_with(create, |op| op.id("create")))
        .api_route_with("/{id}", delete_with(remove, |op| op), |p| p.tag("todos"))
        .api_route("/{id}/archive", post(archive))
}

fn staff() -> ApiRouter {
    ApiRouter::new()
        .api_route("/report", get(report))
        .layer(from_fn(staff_only))
        .api_route("/purge", post_with(purge, |op| op))
}

pub fn app() -> Router {
    let mut api = OpenApi::default();
    ApiRouter::new()
        .nest("/todos", todos())
        .nest_api_service("/staff", staff())
        .route("/docs", axum::routing::get(|| async { "docs" }))
        .finish_api(&mut api)
        .layer(Extension(api))
}
