//@ dep: aes-gcm = "0.10"
//! A cell that is filled when it is first asked for.

use std::sync::OnceLock;

use aes_gcm::aead::KeyInit;
use aes_gcm::Aes256Gcm;

static KEY: OnceLock<[u8; 32]> = OnceLock::new();
static LOADED: OnceLock<Vec<u8>> = OnceLock::new();

fn key() -> &'static [u8; 32] {
    KEY.get_or_init(|| *b"the same in each copy of it, 32b")
}

pub fn cipher() -> Aes256Gcm {
    Aes256Gcm::new_from_slice(key()).unwrap() //~ hardcoded-key
}

pub fn loaded() -> Aes256Gcm {
    Aes256Gcm::new_from_slice(LOADED.get_or_init(|| std::fs::read("/run/secrets/key").unwrap())).unwrap()
}
