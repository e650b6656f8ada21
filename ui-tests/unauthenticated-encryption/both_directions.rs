//@ dep: aes = "0.8"
//@ dep: cbc = { version = "0.1", features = ["alloc"] }
//! One finding for the choice of the mode.

use cbc::cipher::block_padding::{Pkcs7, UnpadError};
use cbc::cipher::{BlockDecryptMut, BlockEncryptMut, KeyIvInit};

type Enc = cbc::Encryptor<aes::Aes128>; //~ unauthenticated-encryption
type Dec = cbc::Decryptor<aes::Aes128>;

pub fn seal(key: &[u8; 16], iv: &[u8; 16], text: &str) -> Vec<u8> {
    Enc::new(key.into(), iv.into()).encrypt_padded_vec_mut::<Pkcs7>(text.as_bytes())
}

pub fn open(key: &[u8; 16], iv: &[u8; 16], sealed: &[u8]) -> Result<Vec<u8>, UnpadError> {
    Dec::new(key.into(), iv.into()).decrypt_padded_vec_mut::<Pkcs7>(sealed)
}
