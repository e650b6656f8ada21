//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A state that begins with zeros and is replaced by what comes; one that stays zero signs for everybody.

use hmac::{Hmac, Mac};
use sha2::Sha256;

pub struct Sponge {
    state: [u8; 32],
}

impl Sponge {
    pub fn new(label: &[u8]) -> Sponge {
        let mut sponge = Sponge { state: [0; 32] };
        sponge.absorb(label);
        sponge
    }

    pub fn absorb(&mut self, input: &[u8]) {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.state).expect("any length");
        mac.update(input);
        self.state.copy_from_slice(&mac.finalize().into_bytes());
    }
}

pub struct Signer {
    key: [u8; 32],
    signed: u64,
}

impl Signer {
    pub fn first(message: &[u8]) -> Vec<u8> {
        let mut signer = Signer { key: [0; 32], signed: 0 };
        signer.sign(message)
    }

    pub fn sign(&mut self, message: &[u8]) -> Vec<u8> {
        self.signed += 1;
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("any length"); //~ hardcoded-key
        mac.update(message);
        mac.finalize().into_bytes().to_vec()
    }
}
