//@ dep: aes-gcm = "0.10"
//! Constants of test code are silent, also through functions of the program.

use aes_gcm::aead::KeyInit;
use aes_gcm::{Aes256Gcm, Key};

pub fn cipher(material: &[u8; 32]) -> Aes256Gcm {
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(material))
}

pub fn production() -> Aes256Gcm {
    cipher(b"0123456789abcdef0123456789abcdef") //~ hardcoded-key
}

#[cfg(test)]
mod tests {
    use super::*;

    const MATERIAL: [u8; 32] = *b"0123456789abcdef0123456789abcdef";

    fn sample() -> Aes256Gcm {
        cipher(&MATERIAL)
    }

    #[test]
    fn is_made() {
        let _ = (sample(), Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(b"fedcba9876543210fedcba9876543210")));
    }
}
