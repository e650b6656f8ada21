//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Statics that are made on first use hold what their closure gives.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

use std::sync::{LazyLock, OnceLock};

static FIXED: LazyLock<Vec<u8>> = LazyLock::new(|| b"made-on-first-use".to_vec());
static LOADED: LazyLock<Vec<u8>> = LazyLock::new(|| std::fs::read("/etc/app/key").expect("the key is there"));
static ONCE: OnceLock<Vec<u8>> = OnceLock::new();

pub fn fixed() -> Tag {
    Tag::new_from_slice(&FIXED).expect("any length") //~ hardcoded-key
}

pub fn loaded() -> Tag {
    Tag::new_from_slice(&LOADED).expect("any length")
}

pub fn once() -> Tag {
    let key = ONCE.get_or_init(|| b"put-in-by-get-or-init".to_vec());
    Tag::new_from_slice(key).expect("any length") //~ hardcoded-key
}
