//@ dep: ring = "0.17"
//! A sequence of nonces keeps its counter in a field; another one gives the same nonce for ever.

use ring::aead::{Aad, LessSafeKey, Nonce};
use ring::error::Unspecified;

pub struct Channel {
    key: LessSafeKey,
    sent: u64,
}

impl Channel {
    fn next(&mut self) -> [u8; 12] {
        let mut nonce = [0u8; 12];
        nonce[4..].copy_from_slice(&self.sent.to_be_bytes());
        self.sent += 1;
        nonce
    }

    fn first(&self) -> [u8; 12] {
        *b"ledger-start"
    }

    pub fn send(&mut self, data: &mut Vec<u8>) -> Result<(), Unspecified> {
        let nonce = Nonce::assume_unique_for_key(self.next());
        self.key.seal_in_place_append_tag(nonce, Aad::empty(), data)
    }

    pub fn send_again(&mut self, data: &mut Vec<u8>) -> Result<(), Unspecified> {
        let nonce = Nonce::assume_unique_for_key(self.first());
        self.key.seal_in_place_append_tag(nonce, Aad::empty(), data) //~ hardcoded-nonce
    }
}
