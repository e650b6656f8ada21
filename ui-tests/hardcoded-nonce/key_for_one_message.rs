//@ dep: aes-gcm = "0.10"
//! A key that is made for one message may have any nonce.

use aes_gcm::aead::{Aead, Error, OsRng};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};

pub fn seal(message: &[u8]) -> Result<(Vec<u8>, Vec<u8>), Error> {
    let key = Aes256Gcm::generate_key(&mut OsRng);
    let sealed = Aes256Gcm::new(&key).encrypt(&Nonce::default(), message)?;
    Ok((key.to_vec(), sealed))
}
