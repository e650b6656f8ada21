//@ dep: aes = "0.8"
//@ dep: ccm = "0.5"
//! A short nonce is no short tag, and a size elsewhere is none either.

use aes::Aes256;
use ccm::Ccm;
use ccm::aead::generic_array::GenericArray;
use ccm::consts::{U7, U8, U16};

pub type Storage = Ccm<Aes256, U16, U7>;

pub fn counter() -> GenericArray<u8, U8> {
    GenericArray::default()
}
