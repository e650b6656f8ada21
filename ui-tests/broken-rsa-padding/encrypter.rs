//@ dep: openssl = "0.10"
//! The padding is set on the object that encrypts.

use openssl::encrypt::Encrypter;
use openssl::error::ErrorStack;
use openssl::pkey::{PKey, Public};
use openssl::rsa::Padding;

pub fn seal(key: &PKey<Public>, message: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let mut encrypter = Encrypter::new(key)?;
    encrypter.set_rsa_padding(Padding::PKCS1)?; //~ broken-rsa-padding
    let mut out = vec![0; encrypter.encrypt_len(message)?];
    let len = encrypter.encrypt(message, &mut out)?;
    out.truncate(len);
    Ok(out)
}
