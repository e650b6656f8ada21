//@ dep: openidconnect = "4"
//! The nonce comes from a function.
use openidconnect::Nonce;

fn nonce_text() -> String {
    String::from("0123456789")
}

pub fn nonce() -> Nonce {
    Nonce::new(nonce_text()) //~ constant-oauth-state
}
