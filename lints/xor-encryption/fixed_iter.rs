//@ dep: aes-gcm = "0.10"
//! Tokens that say which order a link belongs to.

use aes_gcm::aead::{Aead, AeadCore, OsRng};
use aes_gcm::{Aes256Gcm, Error, Key, KeyInit};

/// Makes the order unreadable.
pub fn encrypt(order: &str, key: &Key<Aes256Gcm>) -> Result<Vec<u8>, Error> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    let sealed = Aes256Gcm::new(key).encrypt(&nonce, order.as_bytes())?;
    Ok([nonce.as_slice(), &sealed].concat())
}
