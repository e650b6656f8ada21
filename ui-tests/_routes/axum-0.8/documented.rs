//@ dep: axum = "0.8"
//@ dep: utoipa = "5"
//@ dep: utoipa-axum = "0.2"
//! Method and path stand in the attribute that documents the handler.

use axum::Router;
use axum::routing::put;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

mod notes {
    #[utoipa::path(get, path = "/notes", responses((status = 200, body = String)))]
    pub async fn list() -> &'static str {
        "notes"
    }

    #[utoipa::path(post, path = "/notes")]
    pub async fn create(text: String) -> String {
        text
    }
}

pub fn router() -> Router {
    let plain = Router::new().route("/notes/{id}", put(notes::create));
    let (router, _api) = OpenApiRouter::new()
        .routes(routes!(notes::list, notes::create))
        .merge(plain.into())
        .split_for_parts();
    Router::new().nest("/api", router)
}
