//@ dep: openssl = "0.10"
//! A curve that somebody names, and one that a level stands for.

use openssl::nid::Nid;

pub enum Curve {
    P192,
    P256,
    P384,
}

pub fn curve(curve: &Curve) -> (Nid, usize) {
    match curve {
        Curve::P192 => (Nid::X9_62_PRIME192V1, 24),
        Curve::P256 => (Nid::X9_62_PRIME256V1, 32),
        Curve::P384 => (Nid::SECP384R1, 48),
    }
}

pub fn by_level(level: u8) -> Nid {
    match level {
        0 => Nid::X9_62_PRIME192V1, //~ weak-curve
        1 => Nid::X9_62_PRIME256V1,
        _ => Nid::SECP384R1,
    }
}
