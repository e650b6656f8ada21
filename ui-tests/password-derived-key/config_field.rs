//@ dep: chacha20poly1305 = "0.10"
//@ dep: blake3 = "1"
//! The password is a field, by another name in between.
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};

pub struct Settings {
    pub backup_password: String,
}

pub fn cipher(settings: &Settings) -> ChaCha20Poly1305 {
    let input = settings.backup_password.as_bytes();
    let digest = blake3::hash(input); //~ password-derived-key
    ChaCha20Poly1305::new(digest.as_bytes().into())
}
