//@ dep: aes-gcm = "0.10"
//! Constants that are computed: of other constants, by `const fn`, in a block.

use aes_gcm::aead::KeyInit;
use aes_gcm::Aes256Gcm;

const TEXT: &[u8; 32] = b"I123456789abcdef0123456789ABCDEF";
const COPY: [u8; 32] = *TEXT;
const BLOCK: [u8; 32] = {
    let mut key = [7u8; 32];
    key[0] = 1;
    key
};

const fn key() -> [u8; 32] {
    *b"J123456789abcdef0123456789ABCDEF"
}

pub fn copied() -> Aes256Gcm {
    Aes256Gcm::new_from_slice(&COPY).expect("any length") //~ hardcoded-key
}

pub fn in_block() -> Aes256Gcm {
    Aes256Gcm::new_from_slice(&BLOCK).expect("any length") //~ hardcoded-key
}

pub fn by_function() -> Aes256Gcm {
    Aes256Gcm::new_from_slice(&key()).expect("any length") //~ hardcoded-key
}

const LENGTH: usize = 16 * 2;

pub fn by_length(given: &[u8]) -> Aes256Gcm {
    let mut key = [0u8; LENGTH];
    key.copy_from_slice(&given[..LENGTH]);
    Aes256Gcm::new_from_slice(&key).expect("any length")
}
