//@ dep: ring = "0.17"
//! What is passed through a trait arrives inside its impls.

use ring::hmac;

pub trait Sign {
    fn sign(&self, key: &[u8], text: &[u8]) -> Vec<u8>;
}

pub struct Hmac;

impl Sign for Hmac {
    fn sign(&self, key: &[u8], text: &[u8]) -> Vec<u8> {
        let key = hmac::Key::new(hmac::HMAC_SHA256, key);
        hmac::sign(&key, text).as_ref().to_vec()
    }
}

pub fn fixed(signer: &dyn Sign, text: &[u8]) -> Vec<u8> {
    signer.sign(b"70efdf2ec9b08607", text) //~ hardcoded-key
}

pub fn given(signer: &dyn Sign, key: &[u8]) -> Vec<u8> {
    signer.sign(key, b"70efdf2ec9b08607")
}
