//@ dep: tracing = "0.1"
//@ dep: secrecy = "0.10"
//! What is logged opens nothing any more.

use secrecy::SecretString;
use tracing::{info, warn};

fn mask(text: &str) -> String {
    format!("{}****", &text[..2])
}

pub fn masked(access_token: &str) {
    info!("token {}", mask(access_token));
    let redacted_token = mask(access_token);
    info!("token {redacted_token}");
    let token = mask(access_token);
    info!("token {token}");
}

pub fn parts(password: &str) {
    warn!("begins with {}", &password[..1]);
    warn!("ends with {:?}", password.chars().last());
    let password_start: String = password.chars().take(2).collect();
    warn!("begins with {password_start}");
}

pub fn about(password: &str, api_key: Option<&str>, token_id: u64, token_count: usize) {
    info!(len = password.len(), given = api_key.is_some(), token_id, token_count);
    info!("{}", password.is_empty());
}

pub fn hiding_type(password: &SecretString) {
    info!(?password);
}

pub fn hashed(password_hash_scheme: &str, secret_name: &str, key_id: &str, public_key: &str) {
    info!(password_hash_scheme, secret_name, key_id, public_key);
}
