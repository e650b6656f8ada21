//@ dep: openssl = "0.10"
//! The cipher is told by a constant that the library gives each algorithm.

use openssl::cipher::Cipher as Fetched;
use openssl::cipher_ctx::CipherCtx;
use openssl::error::ErrorStack;
use openssl::nid::Nid;
use openssl::symm::{Cipher, encrypt};

pub fn seal_old(key: &[u8], iv: &[u8], data: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let cipher = Cipher::from_nid(Nid::DES_EDE3_CBC).expect("known"); //~ weak-cipher
    encrypt(cipher, key, Some(iv), data)
}

pub fn open_context(key: &[u8], iv: &[u8]) -> Result<CipherCtx, ErrorStack> {
    let mut context = CipherCtx::new()?;
    context.encrypt_init(Fetched::from_nid(Nid::RC4), Some(key), Some(iv))?; //~ weak-cipher
    Ok(context)
}

pub fn open_direct(key: &[u8], iv: &[u8]) -> Result<CipherCtx, ErrorStack> {
    let mut context = CipherCtx::new()?;
    context.encrypt_init(Some(Fetched::des_cbc()), Some(key), Some(iv))?; //~ weak-cipher
    Ok(context)
}

pub fn seal(key: &[u8], iv: &[u8], data: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let cipher = Cipher::from_nid(Nid::AES_256_GCM).expect("known");
    encrypt(cipher, key, Some(iv), data)
}

pub fn seal_chosen(nid: Nid, key: &[u8], iv: &[u8], data: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    encrypt(Cipher::from_nid(nid).expect("known"), key, Some(iv), data)
}
