//@ dep: scrypt = "0.11"
//! No salt at all.
use scrypt::errors::InvalidOutputLen;
use scrypt::{Params, scrypt};

pub fn without(passphrase: &str) -> Result<[u8; 32], InvalidOutputLen> {
    let mut key = [0u8; 32];
    scrypt(passphrase.as_bytes(), b"", &Params::recommended(), &mut key)?; //~ hardcoded-salt
    Ok(key)
}
