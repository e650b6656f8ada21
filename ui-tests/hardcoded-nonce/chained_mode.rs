//@ dep: aes = "0.8"
//@ dep: cbc = { version = "0.1", features = ["alloc"] }
//! The initialisation vector of a mode, in an alias.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockEncryptMut, KeyIvInit};

type Sealer = cbc::Encryptor<aes::Aes128>;

pub fn seal(key: &[u8; 16], message: &[u8]) -> Vec<u8> {
    let start = [0x24; 16];
    Sealer::new(key.into(), &start.into()).encrypt_padded_vec_mut::<Pkcs7>(message) //~ hardcoded-nonce
}
