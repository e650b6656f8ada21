//@ dep: tracing = "0.1"
//! A statement that only builds for debugging have.

use tracing::{info, warn};

pub fn start(password: &str) {
    #[cfg(debug_assertions)]
    info!("password: {}", password);
    #[cfg(not(debug_assertions))]
    warn!("a password was drawn");
}

pub fn start_anyway(password: &str) {
    #[cfg(not(debug_assertions))]
    info!("password: {}", password); //~ secret-in-log
    #[cfg(debug_assertions)]
    warn!("a password was drawn");
}
