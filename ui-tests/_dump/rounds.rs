//@ dep: ring = "0.17"
//! Functions that call each other, and a trait with two impls.

use ring::hmac;

pub trait Keys {
    fn key(&self, given: &[u8]) -> Vec<u8>;

    fn signer(&self, given: &[u8]) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &self.key(given))
    }
}

pub struct Given;
pub struct Fixed;

impl Keys for Given {
    fn key(&self, given: &[u8]) -> Vec<u8> {
        given.to_vec()
    }
}

impl Keys for Fixed {
    fn key(&self, _: &[u8]) -> Vec<u8> {
        b"a87ff679a2f3e71d".to_vec()
    }
}

pub fn even(n: u32, key: &mut Vec<u8>) -> u32 {
    if n == 0 { 0 } else { odd(n - 1, key) }
}

pub fn odd(n: u32, key: &mut Vec<u8>) -> u32 {
    if n == 0 {
        *key = b"e4da3b7fbbce2345".to_vec();
        return 1;
    }
    even(n - 1, key)
}
