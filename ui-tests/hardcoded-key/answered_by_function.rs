//@ dep: chacha20poly1305 = "0.10"
//! A function of the project answers the constant.

use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit};

fn material() -> [u8; 32] {
    *b"this is known to all who read it"
}

pub fn cipher() -> ChaCha20Poly1305 {
    let material = material();
    ChaCha20Poly1305::new(Key::from_slice(&material)) //~ hardcoded-key
}
