//@ dep: chacha20poly1305 = "0.10"
//! A key behind a lock.

use std::sync::{Mutex, RwLock};

use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit};

pub fn locked() -> ChaCha20Poly1305 {
    let kept = Mutex::new(*b"fedcba9876543210fedcba9876543210");
    let material = kept.lock().expect("nobody panics with the lock");
    ChaCha20Poly1305::new(Key::from_slice(&*material)) //~ hardcoded-key
}

pub fn replaced(given: [u8; 32]) -> ChaCha20Poly1305 {
    let kept = RwLock::new(*b"fedcba9876543210fedcba9876543210");
    *kept.write().expect("nobody panics with the lock") = given;
    let material = kept.read().expect("nobody panics with the lock");
    ChaCha20Poly1305::new(Key::from_slice(&*material))
}
