//@ dep: rand = "0.8"
//! A generator behind a reference, one of any type, and one that is put back.

use rand::rngs::StdRng;
use rand::{Rng, RngCore};

pub fn salt(rng: &StdRng) -> [u8; 16] {
    let mut rng = rng.clone(); //~ nonce-reuse
    let salt: [u8; 16] = rng.r#gen();
    salt
}

pub struct Maker<R> {
    rng: R,
}

impl<R: RngCore + Clone> Maker<R> {
    pub fn iv(&self) -> [u8; 16] {
        let mut iv = [0; 16];
        self.rng.clone().fill_bytes(&mut iv); //~ nonce-reuse
        iv
    }

    pub fn next_iv(&mut self) -> [u8; 16] {
        let mut iv = [0; 16];
        let mut rng = self.rng.clone();
        rng.fill_bytes(&mut iv);
        self.rng = rng;
        iv
    }
}

pub fn forked(mut rng: StdRng) -> [u8; 12] {
    let mut nonce = [0; 12];
    rng.fill_bytes(&mut nonce);
    nonce
}
