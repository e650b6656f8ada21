//@ dep: aes-gcm = "0.10"
//! A loop over all elements overwrites all of a buffer.

use aes_gcm::aead::KeyInit;
use aes_gcm::Aes256Gcm;

pub fn untouched() -> Aes256Gcm {
    let mut key = *b"E123456789abcdef0123456789ABCDEF";
    let mut sum = 0u32;
    for byte in key.iter_mut() {
        sum += u32::from(*byte);
    }
    println!("{sum}");
    Aes256Gcm::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn overwritten(mut source: impl Iterator<Item = u8>) -> Aes256Gcm {
    let mut key = *b"F123456789abcdef0123456789ABCDEF";
    for byte in key.iter_mut() {
        *byte = source.next().unwrap_or(0);
    }
    Aes256Gcm::new_from_slice(&key).expect("any length")
}

pub fn borrowed(mut source: impl Iterator<Item = u8>) -> Aes256Gcm {
    let mut key = *b"1F23456789abcdef0123456789ABCDEF";
    for byte in &mut key {
        *byte = source.next().unwrap_or(0);
    }
    Aes256Gcm::new_from_slice(&key).expect("any length")
}
