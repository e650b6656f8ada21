//@ dep: aes-gcm = "0.10"
//! Bytes written one by one are known if all of them are.

use aes_gcm::aead::KeyInit;
use aes_gcm::Aes256Gcm;

pub fn written() -> Aes256Gcm {
    let mut key = [0u8; 32];
    key[0] = 0x53;
    key[1] = 0x65;
    Aes256Gcm::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn mixed(counter: u8) -> Aes256Gcm {
    let mut key = *b"D123456789abcdef0123456789ABCDEF";
    key[0] = counter;
    Aes256Gcm::new_from_slice(&key).expect("any length")
}
