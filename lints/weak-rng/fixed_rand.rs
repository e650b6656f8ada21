//@ dep: rand = "0.8"
//! Identifies a session.

use rand::Rng;

/// The generator of the thread is cryptographically secure and seeded by the operating system.
pub fn session_id() -> u128 {
    rand::thread_rng().r#gen()
}
