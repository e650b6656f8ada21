//@ dep: p256 = { version = "0.13", features = ["ecdsa"] }
//! Another curve of the same family.

use p256::NistP256;
use p256::elliptic_curve::PublicKey;

pub fn read(bytes: &[u8]) -> Option<PublicKey<NistP256>> {
    PublicKey::<NistP256>::from_sec1_bytes(bytes).ok()
}
