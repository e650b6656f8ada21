//! Every module has a router; the outermost one adds the layers.

pub mod guard;
mod notes;
mod orders;

use axum::Router;
use axum::middleware::from_fn;

pub fn router() -> Router {
    let inner = Router::new().nest("/notes", notes::router()).route_layer(from_fn(guard::require_session));
    Router::new().merge(inner).nest("/orders", orders::router())
}
