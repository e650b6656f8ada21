//@ dep: ring = "0.17"
//! Signs the links to invoices, so that customers cannot make up links to those of others.

use ring::hmac;

/// The tag of a link.
pub fn tag(path: &str) -> hmac::Tag {
    let key = hmac::Key::new(hmac::HMAC_SHA256, b"invoice links, second edition"); //~ hardcoded-key
    hmac::sign(&key, path.as_bytes())
}
