//@ dep: bytes = "1"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Cheap copies of a constant, and a buffer that grows.

use bytes::{Bytes, BytesMut};
use hmac::{Hmac, Mac};
use sha2::Sha256;

pub fn borrowed() -> Hmac<Sha256> {
    let material = Bytes::from_static(b"correct horse battery staple");
    Hmac::<Sha256>::new_from_slice(&material.clone()).expect("any length") //~ hardcoded-key
}

pub fn grown() -> Hmac<Sha256> {
    let mut material = BytesMut::new();
    material.extend_from_slice(b"correct horse ");
    material.extend_from_slice(b"battery staple");
    Hmac::<Sha256>::new_from_slice(&material.freeze()).expect("any length") //~ hardcoded-key
}

pub fn given(words: &[u8]) -> Hmac<Sha256> {
    let mut material = BytesMut::new();
    material.extend_from_slice(b"correct horse ");
    material.extend_from_slice(words);
    Hmac::<Sha256>::new_from_slice(&material.freeze()).expect("any length")
}
