//@ dep: aes = "0.8"
//@ dep: ecb = "0.1"
//! Both directions, without an alias.

use aes::cipher::{InvalidLength, KeyInit};
use aes::Aes128;

pub fn both(key: &[u8]) -> Result<(), InvalidLength> {
    ecb::Encryptor::<Aes128>::new_from_slice(key)?; //~ ecb-mode
    ecb::Decryptor::<Aes128>::new_from_slice(key)?; //~ ecb-mode
    Ok(())
}
