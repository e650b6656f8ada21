//@ dep: tower-sessions = "0.14"
//! Sessions of the forum.

use tower_sessions::{MemoryStore, SessionManagerLayer};

/// A logout is known to this process only.
pub fn sessions() -> SessionManagerLayer<MemoryStore> {
    SessionManagerLayer::new(MemoryStore::default()) //~ in-memory-sessions
}
