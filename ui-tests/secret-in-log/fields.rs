//@ dep: tracing = "0.1"
//! Structured fields of a log line.

use tracing::{debug, info, info_span};

pub struct Settings {
    pub host: String,
    pub client_secret: Option<String>,
    pub signing_key: Vec<u8>,
}

pub fn shown(access_token: &str) {
    info!(access_token, "ready"); //~ secret-in-log
}

pub fn displayed(access_token: &str) {
    info!(token = %access_token, "ready"); //~ secret-in-log
}

pub fn debugged(settings: &Settings) {
    debug!(host = %settings.host, secret = ?settings.client_secret); //~ secret-in-log
    debug!(?settings.signing_key); //~ secret-in-log
}

pub fn by_the_name_of_the_field(found: &str) {
    info!(api_key = found); //~ secret-in-log
}

pub fn spanned(refresh_token: &str) {
    let _span = info_span!("refresh", %refresh_token).entered(); //~ secret-in-log
}
