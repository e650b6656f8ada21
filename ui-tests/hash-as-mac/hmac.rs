//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//@ dep: ring = "0.17"
//@ dep: blake3 = "1"

use hmac::{Hmac, Mac};
use sha2::Sha256;

pub fn sign(secret: &[u8], body: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("any length");
    mac.update(secret);
    mac.update(body);
    mac.finalize().into_bytes().to_vec()
}

pub fn sign_ring(secret: &[u8], body: &[u8]) -> ring::hmac::Tag {
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, secret);
    ring::hmac::sign(&key, body)
}

pub fn sign_blake3(secret: &[u8; 32], body: &[u8]) -> blake3::Hash {
    blake3::keyed_hash(secret, body)
}
