//@ dep: ring = "0.17"
//! Calls in the arguments of macros of the standard library.

use ring::hmac::{HMAC_SHA256, Key, sign};

pub fn printed(message: &[u8]) {
    println!("{:?}", sign(&Key::new(HMAC_SHA256, b"correct horse battery staple"), message)); //~ hardcoded-key
}

pub fn asserted(message: &[u8], given: &[u8]) -> bool {
    assert!(!message.is_empty());
    let tags = vec![sign(&Key::new(HMAC_SHA256, given), message)];
    matches!(tags.first(), Some(tag) if tag.as_ref().len() == 32)
}
