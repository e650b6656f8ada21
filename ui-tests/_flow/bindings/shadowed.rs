//@ dep: chacha20poly1305 = "0.10"
//! The last variable of a name counts.

use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit};

pub fn constant_last(material: [u8; 32]) -> (u8, ChaCha20Poly1305) {
    let first = material[0];
    let material = *b"fedcba9876543210fedcba9876543210";
    (first, ChaCha20Poly1305::new(Key::from_slice(&material))) //~ hardcoded-key
}

pub fn constant_first(given: [u8; 32]) -> ChaCha20Poly1305 {
    let material = *b"fedcba9876543210fedcba9876543210";
    let material = if material == given { return ChaCha20Poly1305::new(&given.into()) } else { given };
    ChaCha20Poly1305::new(Key::from_slice(&material))
}

pub fn inner(given: [u8; 32]) -> ChaCha20Poly1305 {
    let material = given;
    {
        let material = *b"fedcba9876543210fedcba9876543210";
        assert_ne!(material, given);
    }
    ChaCha20Poly1305::new(Key::from_slice(&material))
}
