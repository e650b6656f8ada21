//@ dep: cbc = { version = "0.1", features = ["alloc"] }
//@ dep: des = "0.8"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Encrypts a message for the archive.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockEncryptMut, InvalidLength, KeyIvInit};
use hmac::{Hmac, Mac};
use sha2::Sha256;

type Encryptor = cbc::Encryptor<des::TdesEde3>; //~ weak-cipher

/// Blocks of 64 bits repeat after a few gigabytes, and a repetition shows the exclusive-or of two plaintexts.
pub fn encrypt(key: &[u8; 24], iv: &[u8; 8], message: &[u8]) -> Result<Vec<u8>, InvalidLength> {
    let encryptor = Encryptor::new_from_slices(key, iv)?;
    Ok(encryptor.encrypt_padded_vec_mut::<Pkcs7>(message))
}

/// The tag over the ciphertext is right, and does not help.
pub fn tag(key: &[u8; 32], iv: &[u8; 8], sealed: &[u8]) -> Result<Vec<u8>, InvalidLength> {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key)?;
    mac.update(iv);
    mac.update(sealed);
    Ok(mac.finalize().into_bytes().to_vec())
}
