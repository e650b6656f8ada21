//@ dep: aes-gcm = "0.10"
//@ dep: hkdf = "0.12"
//@ dep: sha2 = "0.10"
//! Constant key material is told where it goes in, once; the constant context of an expansion is right.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};
use hkdf::Hkdf;
use sha2::Sha256;

pub fn constant() -> Result<Aes256Gcm, hkdf::InvalidLength> {
    let mut material = [0u8; 32];
    Hkdf::<Sha256>::new(None, b"correct horse battery staple").expand(b"storage", &mut material)?; //~ hardcoded-key
    Ok(Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material)))
}

pub fn given(shared: &[u8]) -> Result<Aes256Gcm, hkdf::InvalidLength> {
    let mut material = [0u8; 32];
    Hkdf::<Sha256>::new(Some(b"ledger"), shared).expand(b"storage", &mut material)?;
    Ok(Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material)))
}
