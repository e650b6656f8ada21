//! A place in a table.

use std::hash::{DefaultHasher, Hash, Hasher};

pub fn shard_of_session(session_id: &str, shards: u64) -> u64 {
    let mut hasher = DefaultHasher::new();
    session_id.hash(&mut hasher);
    hasher.finish() % shards
}
