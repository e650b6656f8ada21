//! Encrypted session cookies.

use aes_gcm::aead::Aead;
use aes_gcm::{Aes256Gcm, Key, KeyInit, Nonce};
use demo_settings::{SESSION_KEY, SESSION_NONCE};

/// Key and nonce come from another crate of the workspace, where both are constants.
pub fn seal(session: &[u8]) -> Result<Vec<u8>, aes_gcm::Error> {
    let cipher = Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&SESSION_KEY));
    cipher.encrypt(Nonce::from_slice(&SESSION_NONCE), session)
}
