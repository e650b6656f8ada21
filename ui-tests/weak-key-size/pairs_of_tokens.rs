//@ dep: jwt-simple = "0.12"
//@ dep: openssl = "0.10"
//! Key pairs that sign tokens, and groups of a fixed size.

use jwt_simple::prelude::*;
use openssl::dh::Dh;
use openssl::pkey::Params;

pub fn short() -> RS256KeyPair {
    RS256KeyPair::generate(1024).unwrap() //~ weak-key-size
}

pub fn long() -> RS256KeyPair {
    RS256KeyPair::generate(3072).unwrap()
}

pub fn short_group() -> Dh<Params> {
    Dh::get_1024_160().unwrap() //~ weak-key-size
}

pub fn long_group() -> Dh<Params> {
    Dh::get_2048_256().unwrap()
}
