//@ dep: aes = "0.8"
//@ dep: ecb = { version = "0.1", features = ["alloc"] }
//! Encrypts a record before it is stored.

use ecb::cipher::block_padding::Pkcs7;
use ecb::cipher::{BlockEncryptMut, InvalidLength, KeyInit};

type Encryptor = ecb::Encryptor<aes::Aes256>; //~ ecb-mode

/// Records that share 16 bytes at the same place share a ciphertext block.
pub fn encrypt(key: &[u8; 32], record: &[u8]) -> Result<Vec<u8>, InvalidLength> {
    Ok(Encryptor::new_from_slice(key)?.encrypt_padded_vec_mut::<Pkcs7>(record))
}
