//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Associated constants, by type and by `Self`.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub struct Signer;

impl Signer {
    const KEY: &'static [u8] = b"associated-with-a-type";
    const VARIABLE: &'static str = "SIGNING_KEY";

    pub fn by_self() -> Tag {
        Tag::new_from_slice(Self::KEY).expect("any length") //~ hardcoded-key
    }
}

pub fn by_type() -> Tag {
    Tag::new_from_slice(Signer::KEY).expect("any length") //~ hardcoded-key
}

pub fn from_environment() -> Tag {
    let key = std::env::var(Signer::VARIABLE).expect("the environment is complete");
    Tag::new_from_slice(key.as_bytes()).expect("any length")
}
