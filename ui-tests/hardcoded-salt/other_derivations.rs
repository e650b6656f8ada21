//@ dep: hkdf = "0.12"
//@ dep: sha2 = "0.10"
//@ dep: blake3 = "1"
//! Derivations from a random secret, for which a constant salt or context is the rule.
use hkdf::Hkdf;
use sha2::Sha256;

pub fn by_hkdf(secret: &[u8; 32]) -> [u8; 32] {
    let mut key = [0u8; 32];
    let expanded = Hkdf::<Sha256>::new(Some(b"salt of the application"), secret).expand(b"cookies", &mut key);
    expanded.expect("the length is right");
    key
}

pub fn by_context(secret: &[u8; 32]) -> [u8; 32] {
    blake3::derive_key("example.org 2024-01-01 sessions", secret)
}
