//@ dep: aes = "0.8"
//@ dep: ctr = "0.9"
//! Without an alias.

use aes::Aes128;
use ctr::cipher::{InvalidLength, KeyIvInit, StreamCipher};

pub fn xor(key: &[u8], iv: &[u8], data: &mut [u8]) -> Result<(), InvalidLength> {
    let mut cipher = ctr::Ctr128BE::<Aes128>::new_from_slices(key, iv)?; //~ unauthenticated-encryption
    cipher.apply_keystream(data);
    Ok(())
}
