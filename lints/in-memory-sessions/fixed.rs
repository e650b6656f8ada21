//@ dep: tower-sessions = "0.14"
//! Sessions of the forum.

use tower_sessions::{SessionManagerLayer, SessionStore};

/// The store is that of the database.
pub fn sessions<S: SessionStore>(store: S) -> SessionManagerLayer<S> {
    SessionManagerLayer::new(store)
}
