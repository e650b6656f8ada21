//@ dep: ring = "0.17"
//! A method called as a function gets its receiver as the first argument.

use ring::hmac;

pub struct Signer(Vec<u8>);

impl Signer {
    fn key(&self, label: &[u8]) -> (hmac::Key, usize) {
        (hmac::Key::new(hmac::HMAC_SHA256, &self.0), label.len())
    }
}

pub fn fixed(label: &[u8]) -> usize {
    Signer::key(&Signer(b"d3d9446802a44259".to_vec()), label).1 //~ hardcoded-key
}

pub fn given(key: Vec<u8>) -> usize {
    Signer::key(&Signer(key), b"d3d9446802a44259").1
}
