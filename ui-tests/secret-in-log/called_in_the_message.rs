//@ dep: tracing = "0.1"
//! The message says what a value is that has a plain name.

use tracing::{debug, info};

pub fn connect(user: &str, value: &str) {
    info!("user: {}, password: {}", user, value); //~ secret-in-log
    debug!("api_key={:?}", value); //~ secret-in-log
}

pub fn start(port: u16, used: bool, tries: &str) {
    info!("port: {}, password: {}", port, used);
    info!("password tries: {}", tries);
    info!("secret name: {}", tries);
}

// What went wrong, and what belongs to a secret.
pub fn report(reason: &str, left: &str) {
    info!("could not read the password: {}", reason);
    info!("Failed to parse api key: {}", reason);
    info!("lifetime of the access token: {}", left);
    info!(": {}", left);
    info!("invalid access token: {}", reason); //~ secret-in-log
}

pub fn ask(text: &str) {
    let masked = "*".repeat(text.len());
    info!("password: {}", masked);
    info!("password: {}", text.len());
    let told = if text.is_empty() { "unset" } else { "set" };
    info!("password: {}", told);
}
