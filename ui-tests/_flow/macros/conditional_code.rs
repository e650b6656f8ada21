//@ dep: aes-gcm = "0.10"
//! A build for debugging has its own key; `cfg!` chooses at run time.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};

pub fn chosen(given: &[u8; 32]) -> Aes256Gcm {
    let material = if cfg!(feature = "demonstration") { b"0123456789abcdef0123456789abcdef" } else { given };
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(material)) //~ hardcoded-key
}

#[cfg(feature = "demonstration")]
fn material() -> [u8; 32] {
    *b"fedcba9876543210fedcba9876543210"
}

pub fn built() -> Aes256Gcm {
    #[cfg(feature = "demonstration")]
    let material = material();
    #[cfg(not(feature = "demonstration"))]
    let material = [7u8; 32];
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&material)) //~ hardcoded-key
}

pub fn either(given: &[u8; 32]) -> Aes256Gcm {
    let material = if cfg!(windows) { &given[..] } else { given.as_slice() };
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(material))
}
