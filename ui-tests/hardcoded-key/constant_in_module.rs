//@ dep: aes-gcm = "0.10"
//! The constant lives in another module and arrives through an import.

use aes_gcm::{Aes256Gcm, Key, KeyInit};

mod settings {
    pub mod storage {
        pub const SEED: [u8; 32] = [0x5a; 32];
    }
}

use settings::storage::SEED as MATERIAL;

pub fn cipher() -> Aes256Gcm {
    let material = MATERIAL;
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material)) //~ hardcoded-key
}
