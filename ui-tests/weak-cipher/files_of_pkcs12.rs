//@ dep: rc2 = "0.8"
//@ dep: cbc = "0.1"
//! The name of a scheme comes from the file; nobody asks for it elsewhere.

use cbc::cipher::{BlockEncryptMut, KeyIvInit, block_padding::Pkcs7};
use cbc::Encryptor;
use rc2::Rc2;

pub fn pbe_with_sha1_and_40_bit_rc2(data: &[u8], key: &[u8], iv: &[u8]) -> Option<Vec<u8>> {
    let cipher = Encryptor::<Rc2>::new_from_slices(key, iv).ok()?;
    Some(cipher.encrypt_padded_vec_mut::<Pkcs7>(data))
}

pub fn seal(data: &[u8], key: &[u8], iv: &[u8]) -> Option<Vec<u8>> {
    let cipher = Encryptor::<Rc2>::new_from_slices(key, iv).ok()?; //~ weak-cipher
    Some(cipher.encrypt_padded_vec_mut::<Pkcs7>(data))
}
