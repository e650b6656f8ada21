//@ dep: openssl = "0.10"
//! Whoever names a curve in a pattern sorts it out.

use openssl::nid::Nid;

pub fn bits(curve: Nid) -> Option<u32> {
    match curve {
        Nid::X9_62_PRIME192V1 | Nid::SECP192K1 => None,
        Nid::X9_62_PRIME256V1 => Some(256),
        _ => None,
    }
}
