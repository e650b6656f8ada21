//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Each arm of a `match` starts from the same state; a guard that fails does not stop the next arm.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub enum Stage {
    Local,
    Live,
}

pub fn by_stage(stage: Stage, live: &[u8], strict: bool) -> Tag {
    let key: &[u8] = match stage {
        Stage::Local if strict => live,
        Stage::Local => b"local-development",
        Stage::Live => live,
    };
    Tag::new_from_slice(key).expect("any length") //~ hardcoded-key
}

pub fn refused(stage: Stage, live: &[u8]) -> Tag {
    let mut key: &[u8] = b"local-only";
    match stage {
        Stage::Local => unreachable!("not built for local use"),
        Stage::Live => key = live,
    }
    Tag::new_from_slice(key).expect("any length")
}
