//@ dep: aes-gcm = "0.10"
//@ dep: hex = "0.4"
//! A variable that is decoded if it is there.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};

pub fn open() -> Aes256Gcm {
    let material = if let Ok(written) = std::env::var("LEDGER_SEAL") {
        hex::decode(written).expect("it is hexadecimal")
    } else {
        b"0123456789abcdef0123456789abcdef".to_vec()
    };
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material)) //~ hardcoded-key
}

pub fn closed() -> Option<Aes256Gcm> {
    let Ok(written) = std::env::var("LEDGER_SEAL") else { return None };
    let material = hex::decode(written).ok()?;
    Some(Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material)))
}
