//@ dep: axum = "0.8"
//@ dep: utoipa = "5"
//@ dep: utoipa-axum = "0.2"
//! Routes that a helper describes, put together in a closure that returns them early; served they have a layer around them.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

#[utoipa::path(post, path = "/keys/rotate")]
async fn rotate() -> &'static str {
    ""
}

fn keys() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(rotate))
}

fn description(router: OpenApiRouter) -> utoipa::openapi::OpenApi {
    return router.into_openapi();
}

pub fn document(all: bool) -> utoipa::openapi::OpenApi {
    let base = || {
        return OpenApiRouter::new();
    };
    return if all { description(base().nest("/api", keys())) } else { description(base()) };
}

async fn keeper(request: Request, next: Next) -> Result<Response, StatusCode> {
    let token = request.headers().get("authorization").and_then(|v| v.to_str().ok());
    token.filter(|t| is_known(t)).ok_or(StatusCode::UNAUTHORIZED)?;
    Ok(next.run(request).await)
}

fn is_known(token: &str) -> bool {
    token.len() == 40
}

pub fn router() -> Router {
    let (served, _) = OpenApiRouter::new().nest("/api", keys().layer(from_fn(keeper))).split_for_parts();
    served
}
