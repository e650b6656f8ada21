//@ dep: chacha20 = "0.9"
//! Encrypts the commands to a device.

use chacha20::ChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher};

/// Whoever knows that the command is `open=0` sends `open=1`.
pub fn encrypt(key: &[u8; 32], nonce: &[u8; 12], command: &mut [u8]) {
    ChaCha20::new(key.into(), nonce.into()).apply_keystream(command); //~ unauthenticated-encryption
}
