//@ dep: tracing = "0.1"
//! Registration of members.

use tracing::instrument;

/// Every line of the span has the password in it.
#[instrument]
pub fn register(name: &str, password: &str) -> bool { //~ secret-in-log
    tracing::info!("checks the password");
    password.len() > 11 && !password.contains(name)
}
