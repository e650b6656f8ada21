//@ dep: chacha20poly1305 = "0.10"
//! A counter is a nonce, unless it never moves.

use chacha20poly1305::aead::{Aead, Error};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};

pub fn moves(cipher: &ChaCha20Poly1305, texts: &[&[u8]]) -> Result<Vec<Vec<u8>>, Error> {
    let mut counter = 0u64;
    let mut sealed = Vec::new();
    for text in texts {
        let mut nonce = [0u8; 12];
        nonce[4..].copy_from_slice(&counter.to_le_bytes());
        counter += 1;
        sealed.push(cipher.encrypt(Nonce::from_slice(&nonce), *text)?);
    }
    Ok(sealed)
}

pub fn enumerated(cipher: &ChaCha20Poly1305, texts: &[&[u8]]) -> Result<Vec<Vec<u8>>, Error> {
    let seal = |(number, text): (usize, &&[u8])| {
        let mut nonce = [0u8; 12];
        nonce[..8].copy_from_slice(&(number as u64).to_le_bytes());
        cipher.encrypt(Nonce::from_slice(&nonce), *text)
    };
    texts.iter().enumerate().map(seal).collect()
}

pub fn stands_still(cipher: &ChaCha20Poly1305, texts: &[&[u8]]) -> Result<Vec<Vec<u8>>, Error> {
    let counter = 0x0102_0304_u64;
    let mut sealed = Vec::new();
    for text in texts {
        let mut nonce = [0u8; 12];
        nonce[4..].copy_from_slice(&counter.to_le_bytes());
        sealed.push(cipher.encrypt(Nonce::from_slice(&nonce), *text)?); //~ hardcoded-nonce
    }
    Ok(sealed)
}
