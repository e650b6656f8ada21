//@ dep: aes = "0.8"
//@ dep: cbc = { version = "0.1", features = ["alloc"] }
//! Encrypts the state that a browser carries.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockEncryptMut, KeyIvInit};

type Encryptor = cbc::Encryptor<aes::Aes256>; //~ unauthenticated-encryption

/// The server's answer to a changed cookie tells whether the padding was right.
pub fn seal(key: &[u8; 32], iv: &[u8; 16], state: &[u8]) -> Vec<u8> {
    let encryptor = Encryptor::new(key.into(), iv.into());
    [iv.to_vec(), encryptor.encrypt_padded_vec_mut::<Pkcs7>(state)].concat()
}
