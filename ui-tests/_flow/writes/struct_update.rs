//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! `..base` takes over the fields that are not given.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

#[derive(Clone)]
pub struct Signing {
    key: Vec<u8>,
    name: String,
}

fn defaults() -> Signing {
    Signing { key: b"inherited-from-base".to_vec(), name: "default".to_owned() }
}

pub fn inherited(name: String) -> Tag {
    let signing = Signing { name, ..defaults() };
    println!("{}", signing.name);
    Tag::new_from_slice(&signing.key).expect("any length") //~ hardcoded-key
}

pub fn given(key: Vec<u8>) -> Tag {
    let signing = Signing { key, ..defaults() };
    println!("{}", signing.name);
    Tag::new_from_slice(&signing.key).expect("any length")
}
