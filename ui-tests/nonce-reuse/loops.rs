//@ dep: chacha20poly1305 = "0.10"
//@ dep: rand = "0.8"
//! A nonce that is drawn before a loop, and nonces that are drawn or counted in it.

use chacha20poly1305::aead::{Aead, AeadCore, Error, KeyInit, OsRng};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use rand::RngCore;

pub fn pages(key: &Key, pages: &[Vec<u8>]) -> Result<Vec<Vec<u8>>, Error> {
    let cipher = ChaCha20Poly1305::new(key);
    let nonce = ChaCha20Poly1305::generate_nonce(&mut OsRng);
    pages.iter().map(|page| cipher.encrypt(&nonce, page.as_ref())).collect() //~ nonce-reuse
}

pub fn lines(key: &Key, lines: &[String]) -> Result<Vec<Vec<u8>>, Error> {
    let cipher = ChaCha20Poly1305::new(key);
    let mut nonce = [0u8; 12];
    OsRng.fill_bytes(&mut nonce);
    let mut out = Vec::new();
    for line in lines {
        out.push(cipher.encrypt(Nonce::from_slice(&nonce), line.as_bytes())?); //~ nonce-reuse
    }
    Ok(out)
}

pub fn words(key: &Key, words: &[String]) -> Result<Vec<Vec<u8>>, Error> {
    let cipher = ChaCha20Poly1305::new(key);
    let mut nonce = [0u8; 12];
    let mut out = Vec::new();
    for word in words {
        OsRng.fill_bytes(&mut nonce);
        out.push(cipher.encrypt(Nonce::from_slice(&nonce), word.as_bytes())?);
    }
    Ok(out)
}

pub fn letters(keys: &[Key], letter: &[u8]) -> Result<Vec<Vec<u8>>, Error> {
    let nonce = ChaCha20Poly1305::generate_nonce(&mut OsRng);
    let mut out = Vec::new();
    for key in keys {
        let cipher = ChaCha20Poly1305::new(key);
        out.push(cipher.encrypt(&nonce, letter)?);
    }
    Ok(out)
}

pub fn counted(key: &Key, parts: &[Vec<u8>], mut nonce: [u8; 12]) -> Result<Vec<Vec<u8>>, Error> {
    let cipher = ChaCha20Poly1305::new(key);
    let mut out = Vec::new();
    for part in parts {
        out.push(cipher.encrypt(Nonce::from_slice(&nonce), part.as_ref())?);
        nonce[0] += 1;
    }
    Ok(out)
}

pub fn until_it_fits(key: &Key, text: &[u8]) -> Option<Vec<u8>> {
    let cipher = ChaCha20Poly1305::new(key);
    let nonce = ChaCha20Poly1305::generate_nonce(&mut OsRng);
    for _ in 0..3 {
        if let Ok(sealed) = cipher.encrypt(&nonce, text) {
            return Some(sealed);
        }
    }
    None
}
