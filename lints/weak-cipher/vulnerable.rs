//@ dep: des = "0.8"
//@ dep: cbc = { version = "0.1", features = ["alloc"] }
//! Encrypts a message for the archive.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockEncryptMut, InvalidLength, KeyIvInit};

type Encryptor = cbc::Encryptor<des::TdesEde3>; //~ weak-cipher

/// Blocks of 64 bits repeat after a few gigabytes, and a repetition shows the exclusive-or of two plaintexts.
pub fn encrypt(key: &[u8; 24], iv: &[u8; 8], message: &[u8]) -> Result<Vec<u8>, InvalidLength> {
    let encryptor = Encryptor::new_from_slices(key, iv)?;
    Ok(encryptor.encrypt_padded_vec_mut::<Pkcs7>(message))
}
