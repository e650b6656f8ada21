//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A `static` is what it is made with; a `static mut` may hold anything.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

static FIXED: &[u8] = b"in-a-plain-static";
static mut CURRENT: &[u8] = b"until-it-is-set";

pub fn set(key: &'static [u8]) {
    unsafe { CURRENT = key };
}

pub fn fixed() -> Tag {
    Tag::new_from_slice(FIXED).expect("any length") //~ hardcoded-key
}

pub fn current() -> Tag {
    Tag::new_from_slice(unsafe { CURRENT }).expect("any length")
}
