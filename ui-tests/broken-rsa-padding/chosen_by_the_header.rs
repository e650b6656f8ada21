//@ dep: openssl = "0.10"
//! The peer says which padding it used; OAEP is the rule.

use openssl::error::ErrorStack;
use openssl::pkey::Private;
use openssl::rsa::{Padding, Rsa};

pub fn open(own: &Rsa<Private>, sealed: &[u8], padding: Padding) -> Result<Vec<u8>, ErrorStack> {
    let mut out = vec![0; own.size() as usize];
    let len = own.private_decrypt(sealed, &mut out, padding)?;
    out.truncate(len);
    Ok(out)
}
