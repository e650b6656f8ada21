//@ dep: p192 = "0.13"
//@ dep: p256 = "0.13"
//@ dep: rand = "0.8"
//! Keys by the names of the packages of their curves.

pub fn small() -> p192::SecretKey {
    p192::SecretKey::random(&mut rand::rngs::OsRng) //~ weak-curve
}

pub fn large() -> p256::SecretKey {
    p256::SecretKey::random(&mut rand::rngs::OsRng)
}
