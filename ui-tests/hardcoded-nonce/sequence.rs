//@ dep: ring = "0.17"
//! A sequence of nonces that gives one, and sequences that advance.

use ring::aead::{NONCE_LEN, Nonce, NonceSequence};
use ring::error::Unspecified;

pub struct Still;

impl NonceSequence for Still {
    fn advance(&mut self) -> Result<Nonce, Unspecified> {
        Ok(Nonce::assume_unique_for_key([0u8; NONCE_LEN])) //~ hardcoded-nonce
    }
}

pub struct Once(Option<Nonce>);

impl NonceSequence for Once {
    fn advance(&mut self) -> Result<Nonce, Unspecified> {
        self.0.take().ok_or(Unspecified)
    }
}

pub struct Count(u32);

impl NonceSequence for Count {
    fn advance(&mut self) -> Result<Nonce, Unspecified> {
        let mut nonce = [0; NONCE_LEN];
        nonce[8..].copy_from_slice(&self.0.to_be_bytes());
        self.0 = self.0.checked_add(1).ok_or(Unspecified)?;
        Ok(Nonce::assume_unique_for_key(nonce))
    }
}
