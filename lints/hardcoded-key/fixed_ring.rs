//@ dep: ring = "0.17"
//! Signs the links to invoices, so that customers cannot make up links to those of others.

use std::env::VarError;

use ring::hmac;

/// The key of this installation.
pub fn key() -> Result<hmac::Key, VarError> {
    let text = std::env::var("INVOICE_LINK_KEY")?;
    Ok(hmac::Key::new(hmac::HMAC_SHA256, text.as_bytes()))
}

/// The tag of a link.
pub fn tag(key: &hmac::Key, path: &str) -> hmac::Tag {
    hmac::sign(key, path.as_bytes())
}
