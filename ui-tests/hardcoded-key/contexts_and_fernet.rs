//@ dep: openssl = "0.10"
//@ dep: fernet = "0.2"
//! A context of a cipher gets its key in an option; Fernet gets a text.

use fernet::Fernet;
use openssl::cipher::Cipher;
use openssl::cipher_ctx::CipherCtx;
use openssl::error::ErrorStack;

pub fn open_context(iv: &[u8]) -> Result<CipherCtx, ErrorStack> {
    let mut context = CipherCtx::new()?;
    let key = b"an example of 32 bytes, no more.";
    context.encrypt_init(Some(Cipher::aes_256_gcm()), Some(key), Some(iv))?; //~ hardcoded-key
    Ok(context)
}

/// The key comes by another call.
pub fn open_later(key: &[u8], iv: &[u8]) -> Result<CipherCtx, ErrorStack> {
    let mut context = CipherCtx::new()?;
    context.encrypt_init(Some(Cipher::aes_256_gcm()), None, None)?;
    context.encrypt_init(None, Some(key), Some(iv))?;
    Ok(context)
}

pub fn seal(data: &[u8]) -> Option<String> {
    let fernet = Fernet::new("Zm9yIGEgdGVzdCBjYXNlLCAzMiBieXRlcyBsb25nIQ8=")?; //~ hardcoded-key
    Some(fernet.encrypt(data))
}

pub fn seal_with(key: &str, data: &[u8]) -> Option<String> {
    Some(Fernet::new(key)?.encrypt(data))
}

pub fn seal_once(data: &[u8]) -> Option<String> {
    Some(Fernet::new(&Fernet::generate_key())?.encrypt(data))
}
