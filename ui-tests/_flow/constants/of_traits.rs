//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A constant of a trait is that of the implementation; of a generic type it is not known.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub trait Keyed {
    const KEY: &'static [u8];
}

pub struct Fixed;

impl Keyed for Fixed {
    const KEY: &'static [u8] = b"of-one-implementation";
}

pub fn of_type() -> Tag {
    Tag::new_from_slice(Fixed::KEY).expect("any length") //~ hardcoded-key
}

pub fn of_any<T: Keyed>() -> Tag {
    Tag::new_from_slice(T::KEY).expect("any length")
}
