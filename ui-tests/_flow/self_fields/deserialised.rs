//@ dep: ring = "0.17"
//@ dep: serde = "1"
//! A struct that is read from a file may hold anything.

use ring::hmac;

#[derive(Debug, serde::Deserialize)]
pub struct FromFile {
    key: Vec<u8>,
}

impl Default for FromFile {
    fn default() -> Self {
        FromFile { key: b"6512bd43d9caa6e0".to_vec() }
    }
}

impl FromFile {
    pub fn key(&self) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &self.key)
    }
}

#[derive(Debug, Clone)]
pub struct BuiltIn {
    key: Vec<u8>,
}

impl Default for BuiltIn {
    fn default() -> Self {
        BuiltIn { key: b"6512bd43d9caa6e0".to_vec() }
    }
}

impl BuiltIn {
    pub fn key(&self) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &self.key) //~ hardcoded-key
    }
}
