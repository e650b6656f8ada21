//@ dep: chacha20poly1305 = "0.10"
//! A decryption in place leaves something in the buffer, whether it is genuine or not.
use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{ChaCha20Poly1305, Nonce, Tag};

pub fn open(cipher: &ChaCha20Poly1305, nonce: &Nonce, sealed: &mut Vec<u8>) -> Vec<u8> {
    cipher.decrypt_in_place(nonce, b"", sealed).ok(); //~ ignored-verification
    sealed.clone()
}

pub fn open_detached(cipher: &ChaCha20Poly1305, nonce: &Nonce, body: &mut [u8], tag: &Tag) {
    let _ = cipher.decrypt_in_place_detached(nonce, b"", body, tag); //~ ignored-verification
}

pub fn open_or_nothing(cipher: &ChaCha20Poly1305, nonce: &Nonce, sealed: &mut Vec<u8>) -> Option<Vec<u8>> {
    cipher.decrypt_in_place(nonce, b"", sealed).ok()?;
    Some(sealed.clone())
}

pub fn is_ours(cipher: &ChaCha20Poly1305, nonce: &Nonce, sealed: &mut Vec<u8>) -> bool {
    cipher.decrypt_in_place(nonce, b"", sealed).is_ok()
}

pub fn open_optional(cipher: &ChaCha20Poly1305, nonce: &Nonce, sealed: Option<&mut Vec<u8>>) -> Result<(), String> {
    if let Some(sealed) = sealed {
        cipher.decrypt_in_place(nonce, b"", sealed).map_err(|_| "not genuine".to_owned())?;
    }
    Ok(())
}
