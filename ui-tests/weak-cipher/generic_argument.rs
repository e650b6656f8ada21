//@ dep: cbc = "0.1"
//@ dep: des = "0.8"
//! The mode is fine, its argument is not.

use cbc::cipher::{InvalidLength, KeyIvInit};

pub fn opens(key: &[u8], iv: &[u8]) -> Result<(), InvalidLength> {
    cbc::Decryptor::<des::Des>::new_from_slices(key, iv)?; //~ weak-cipher
    Ok(())
}
