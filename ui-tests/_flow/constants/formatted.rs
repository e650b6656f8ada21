//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! `concat!` and `format!` of constants give a constant text, of anything else they do not.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

const NAME: &str = "billing";

pub fn concatenated() -> Tag {
    Tag::new_from_slice(concat!("prefix-", "of-a-key").as_bytes()).expect("any length") //~ hardcoded-key
}

pub fn formatted() -> Tag {
    let key = format!("{}-signing-{NAME}", NAME);
    Tag::new_from_slice(key.as_bytes()).expect("any length") //~ hardcoded-key
}

pub fn with_secret(secret: &str) -> Tag {
    let key = format!("{NAME}-signing-{secret}");
    Tag::new_from_slice(key.as_bytes()).expect("any length")
}

pub fn of_build() -> Tag {
    Tag::new_from_slice(env!("SIGNING_KEY").as_bytes()).expect("any length")
}
