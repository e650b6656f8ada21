//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A name in several alternatives holds what any of them has.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub enum Choice {
    Old(Vec<u8>),
    New(Vec<u8>),
    Unused(Vec<u8>),
}

pub fn either(now: Vec<u8>, old: bool) -> Tag {
    let choice = if old { Choice::Old(b"from-the-first-one".to_vec()) } else { Choice::New(now) };
    match choice {
        Choice::Old(key) | Choice::New(key) => Tag::new_from_slice(&key).expect("any length"), //~ hardcoded-key
        Choice::Unused(_) => panic!("there is none"),
    }
}

pub fn others(now: Vec<u8>, unused: bool) -> Tag {
    let choice = if unused { Choice::Unused(b"in-no-alternative".to_vec()) } else { Choice::New(now) };
    match choice {
        Choice::Old(key) | Choice::New(key) => Tag::new_from_slice(&key).expect("any length"),
        Choice::Unused(_) => panic!("there is none"),
    }
}
