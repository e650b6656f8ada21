//@ dep: tracing = "0.1"
//! Registration of members.

use tracing::instrument;

/// The password is left out.
#[instrument(skip(password))]
pub fn register(name: &str, password: &str) -> bool {
    tracing::info!("checks the password");
    password.len() > 11 && !password.contains(name)
}
