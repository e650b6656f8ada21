//@ dep: aes-gcm = "0.10"
//! The default of an array is zeros.

use aes_gcm::{Aes256Gcm, Key, KeyInit};

pub fn cipher() -> Aes256Gcm {
    let material = Key::<Aes256Gcm>::default();
    Aes256Gcm::new(&material) //~ hardcoded-key
}
