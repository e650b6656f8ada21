//@ dep: blake3 = "1"
//@ dep: hkdf = "0.12"
//@ dep: sha2 = "0.10"
//! Salts, contexts and labels of derivations are constant by design; the secret is the other argument.

use hkdf::Hkdf;
use sha2::Sha256;

pub fn derive(shared: &[u8]) -> Option<([u8; 32], [u8; 32])> {
    let mut first = [0; 32];
    Hkdf::<Sha256>::new(Some(b"example.org"), shared).expand(b"first", &mut first).ok()?;
    Some((first, blake3::derive_key("example.org 2024 second", shared)))
}
