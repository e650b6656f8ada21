//@ dep: aes = "0.7"
//@ dep: block-modes = "0.8"
//! The crate before the modes had one each.

use aes::Aes256;
use block_modes::block_padding::Pkcs7;
use block_modes::{BlockMode, Cbc};

pub fn seal(key: &[u8], iv: &[u8], note: &[u8]) -> Option<Vec<u8>> {
    let cipher = Cbc::<Aes256, Pkcs7>::new_from_slices(key, iv).ok()?; //~ unauthenticated-encryption
    Some(cipher.encrypt_vec(note))
}
