//@ dep: ring = "0.17"
//! A derived `Default` leaves zeros in an array.

use ring::hmac;

#[derive(Default)]
pub struct Material {
    pub bytes: [u8; 32],
    pub generation: u32,
}

pub fn zeros() -> hmac::Key {
    let material = Material::default();
    hmac::Key::new(hmac::HMAC_SHA256, &material.bytes) //~ hardcoded-key
}

pub fn given(bytes: [u8; 32]) -> hmac::Key {
    let material = Material { bytes, ..Default::default() };
    hmac::Key::new(hmac::HMAC_SHA256, &material.bytes)
}
