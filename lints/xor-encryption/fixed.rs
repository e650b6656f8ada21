//@ dep: chacha20poly1305 = "0.10"
//! Saves the password of a mailbox.

use std::path::Path;

use chacha20poly1305::aead::{Aead, AeadCore, OsRng};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};

/// Encrypts the password with the key of the installation.
pub fn save(file: &Path, password: &str, key: &[u8; 32]) -> std::io::Result<()> {
    let nonce = XChaCha20Poly1305::generate_nonce(&mut OsRng);
    let sealed = XChaCha20Poly1305::new(key.into()).encrypt(&nonce, password.as_bytes());
    let sealed = sealed.map_err(|_| std::io::ErrorKind::InvalidData)?;
    std::fs::write(file, [nonce.as_slice(), &sealed].concat())
}
