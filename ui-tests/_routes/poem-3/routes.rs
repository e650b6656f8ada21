//@ dep: poem = "3"
//! Handlers, methods of a path, nesting, a middleware function around a part of it.

use std::sync::Arc;

use poem::http::StatusCode;
use poem::web::Path;
use poem::{Endpoint, EndpointExt, Request, Response, Route, get, handler, post};

#[handler]
fn list() -> &'static str {
    "all"
}

#[handler]
fn create(text: String) -> String {
    text
}

#[handler]
fn remove(Path(id): Path<u64>) -> String {
    id.to_string()
}

async fn signed_in<E: Endpoint>(ep: Arc<E>, req: Request) -> poem::Result<Response>
where
    E::Output: poem::IntoResponse,
{
    let Some(token) = req.header("authorization") else {
        return Err(poem::Error::from_status(StatusCode::UNAUTHORIZED));
    };
    if !is_session_token(token) {
        return Err(poem::Error::from_status(StatusCode::UNAUTHORIZED));
    }
    ep.call(req).await.map(poem::IntoResponse::into_response)
}

fn is_session_token(token: &str) -> bool {
    token.len() > 20
}

pub fn app() -> Route {
    let guarded = Route::new().at("/notes/:id", get(list).delete(remove)).around(signed_in);
    Route::new().nest("/v1", guarded).at("/notes", post(create))
}
