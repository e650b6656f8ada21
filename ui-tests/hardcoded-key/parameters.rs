//@ dep: aes-gcm = "0.10"
//@ dep: jsonwebtoken = "9"
//! Names do not make a constant.

use aes_gcm::{Aes256Gcm, Key, KeyInit};
use jsonwebtoken::EncodingKey;

pub struct Settings {
    pub secret_key: String,
}

pub fn cipher(key: &[u8; 32]) -> Aes256Gcm {
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(key))
}

pub fn signing_key(settings: &Settings) -> EncodingKey {
    EncodingKey::from_secret(settings.secret_key.as_bytes())
}
