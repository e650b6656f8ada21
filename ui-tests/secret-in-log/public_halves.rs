//@ dep: tracing = "0.1"
//@ dep: base64 = "0.22"
//! The public half of a key, and a key.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

pub fn offer(kind: &str, public_key_bytes: &[u8]) -> String {
    let encoded = BASE64_STANDARD.encode(public_key_bytes);
    let secret_key = format!("{kind} {encoded}");
    tracing::debug!("client key: {}", secret_key);
    secret_key
}

pub fn show(kind: &str, bytes: &[u8]) -> String {
    let encoded = BASE64_STANDARD.encode(bytes);
    let secret_key = format!("{kind} {encoded}");
    tracing::debug!("client key: {}", secret_key); //~ secret-in-log
    secret_key
}
