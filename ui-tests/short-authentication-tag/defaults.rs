//@ dep: aes = "0.8"
//@ dep: aes-gcm = "0.10"
//@ dep: eax = "0.5"
//! What nobody shortened, and 96 bits.

use aes::Aes128;
use aes_gcm::aead::KeyInit;
use aes_gcm::aead::consts::U12;
use aes_gcm::{Aes256Gcm, AesGcm};
use eax::Eax;

pub fn ciphers(key: &[u8]) -> Option<(Aes256Gcm, Eax<Aes128>, AesGcm<Aes128, U12, U12>)> {
    let short = AesGcm::<Aes128, U12, U12>::new_from_slice(key).ok()?;
    Some((Aes256Gcm::new_from_slice(key).ok()?, Eax::<Aes128>::new_from_slice(key).ok()?, short))
}
