//@ dep: aes-gcm = "0.10"
//@ dep: rand = "0.8"

use aes_gcm::{Aes256Gcm, KeyInit};
use rand::RngCore;

type Raw = [u8; 32];

pub fn filled() -> Aes256Gcm {
    let mut key = Raw::default();
    key.fill(0x5c);
    Aes256Gcm::new_from_slice(&key).unwrap() //~ hardcoded-key
}

pub fn joined() -> Aes256Gcm {
    let key = ["left-half", "right-half-of-22-bytes"].join("-");
    Aes256Gcm::new_from_slice(key.as_bytes()).unwrap() //~ hardcoded-key
}

pub fn pushed() -> Aes256Gcm {
    let mut key = Vec::with_capacity(32);
    for _ in 0..32 {
        key.push(7u8);
    }
    Aes256Gcm::new_from_slice(&key).unwrap() //~ hardcoded-key
}

pub fn drawn() -> Aes256Gcm {
    let mut key = Raw::default();
    key.fill(0);
    rand::thread_rng().fill_bytes(&mut key);
    Aes256Gcm::new_from_slice(&key).unwrap()
}

pub fn of_number(number: u8) -> Aes256Gcm {
    let mut key = Raw::default();
    key.fill(number);
    Aes256Gcm::new_from_slice(&key).unwrap()
}

pub fn joined_with(half: &str) -> Aes256Gcm {
    let key = ["left-half", half].join("-");
    Aes256Gcm::new_from_slice(key.as_bytes()).unwrap()
}
