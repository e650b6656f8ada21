//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! The right side of `&&` may not run: what was there before may still be there.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

fn load(key: &mut Vec<u8>, path: &str) -> bool {
    std::fs::read(path).map(|bytes| *key = bytes).is_ok()
}

pub fn perhaps(enabled: bool, path: &str) -> Tag {
    let mut key = b"built-in-default".to_vec();
    let _loaded = enabled && {
        key = std::fs::read(path).unwrap_or_default();
        !key.is_empty()
    };
    Tag::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn always(path: &str, strict: bool) -> Option<Tag> {
    let mut key = Vec::new();
    let loaded = load(&mut key, path) && strict;
    loaded.then(|| Tag::new_from_slice(&key).expect("any length"))
}
