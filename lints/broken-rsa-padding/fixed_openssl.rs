//@ dep: openssl = "0.10"
//! Unwraps the key of a backup.

use openssl::error::ErrorStack;
use openssl::pkey::Private;
use openssl::rsa::{Padding, Rsa};

pub fn unwrap_key(own: &Rsa<Private>, sealed: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let mut key = vec![0; own.size() as usize];
    let len = own.private_decrypt(sealed, &mut key, Padding::PKCS1_OAEP)?;
    key.truncate(len);
    Ok(key)
}
