//@ dep: rand = "0.8"
//! A cloned generator that draws no nonce.

use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

pub struct Deck {
    rng: StdRng,
    cards: Vec<u8>,
}

impl Deck {
    pub fn preview(&self) -> Vec<u8> {
        let mut cards = self.cards.clone();
        cards.shuffle(&mut self.rng.clone());
        cards
    }

    pub fn next_number(&self) -> u32 {
        let mut rng = self.rng.clone();
        rng.r#gen()
    }
}

pub trait Keyed: Clone {
    fn update(&mut self, data: &[u8]);
    fn finish(self) -> [u8; 32];
}

pub struct Derivation<P> {
    prf: P,
}

impl<P: Keyed> Derivation<P> {
    pub fn first(&self, salt: &mut [u8]) -> [u8; 32] {
        let mut prf = self.prf.clone();
        prf.update(salt);
        prf.finish()
    }
}
