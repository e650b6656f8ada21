//@ dep: p192 = { version = "0.13", features = ["arithmetic"] }
//! A crate for one curve.

use p192::NistP192;
use p192::elliptic_curve::PublicKey;

pub fn read(bytes: &[u8]) -> Option<PublicKey<NistP192>> {
    PublicKey::<NistP192>::from_sec1_bytes(bytes).ok() //~ weak-curve
}
