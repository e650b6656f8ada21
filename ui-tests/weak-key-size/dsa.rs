//@ dep: dsa = "0.6"
//! A size that is a constant of the library.

use dsa::{Components, KeySize};

#[allow(deprecated)]
pub fn components(rng: &mut impl rand_core::CryptoRngCore) -> Components {
    Components::generate(rng, KeySize::DSA_1024_160) //~ weak-key-size
}
