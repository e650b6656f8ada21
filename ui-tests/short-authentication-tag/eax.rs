//@ dep: aes = "0.8"
//@ dep: eax = "0.5"
//! As an argument of the expression.

use aes::Aes256;
use eax::aead::consts::U8;
use eax::aead::KeyInit;
use eax::Eax;

pub fn cipher(key: &[u8]) -> Option<Eax<Aes256, U8>> {
    Eax::<Aes256, U8>::new_from_slice(key).ok() //~ short-authentication-tag
}
