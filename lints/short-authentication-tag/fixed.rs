//@ dep: aes = "0.8"
//@ dep: ccm = "0.5"
//! Encrypts what a sensor reports.

use aes::Aes128;
use ccm::aead::generic_array::GenericArray;
use ccm::aead::{Aead, Error, KeyInit};
use ccm::consts::{U13, U16};
use ccm::Ccm;

type Link = Ccm<Aes128, U16, U13>;

pub fn seal(key: &[u8; 16], nonce: &[u8; 13], report: &[u8]) -> Result<Vec<u8>, Error> {
    Link::new(GenericArray::from_slice(key)).encrypt(GenericArray::from_slice(nonce), report)
}
