//@ dep: axum = "0.8"
//@ dep: utoipa = "5"
//@ dep: utoipa-axum = "0.2"
//! Routes that are put together once to describe them, and once more to serve them below a prefix.

use axum::Router;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

#[utoipa::path(get, path = "/keys")]
async fn keys() -> &'static str {
    ""
}

#[utoipa::path(post, path = "/keys/rotate")]
async fn rotate() -> &'static str {
    ""
}

fn described() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(keys)).routes(routes!(rotate))
}

pub fn router() -> Router {
    let (_, document) = OpenApiRouter::new().merge(described()).split_for_parts();
    let (served, _) = OpenApiRouter::new().merge(described()).split_for_parts();
    drop(document.to_json());
    Router::new().nest("/api", served)
}
