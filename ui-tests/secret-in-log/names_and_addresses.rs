//@ dep: tracing = "0.1"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! The name of a secret under a field that says so, an address that a key is made of, and the secret itself.

use hmac::{Hmac, Mac};
use sha2::Sha256;
use tracing::{info, warn};

pub struct Spec {
    pub target_secret: String,
    pub token_secret: String,
}

pub fn created(spec: &Spec) {
    info!(name = %spec.target_secret, "created the secret");
}

pub fn session_key(public_url: &str) -> Option<Hmac<Sha256>> {
    warn!("keys are public at `{public_url}/.well-known/jwks.json`");
    Hmac::new_from_slice(public_url.as_bytes()).ok()
}

pub fn loaded(spec: &Spec) {
    info!(value = %spec.token_secret, "loaded"); //~ secret-in-log
}
