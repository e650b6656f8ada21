//@ dep: chacha20 = "0.9"
//! A stream of random bytes has nothing to authenticate.

use chacha20::ChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher};

pub struct Rng {
    cipher: ChaCha20,
}

impl Rng {
    pub fn from_seed(seed: &[u8; 32], stream: &[u8; 12]) -> Rng {
        Rng { cipher: ChaCha20::new(seed.into(), stream.into()) }
    }

    pub fn fill(&mut self, out: &mut [u8]) {
        out.fill(0);
        self.cipher.apply_keystream(out);
    }
}
