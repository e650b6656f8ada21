//@ dep: openssl = "0.10"
//! The signature of a certificate is bad if the answer is `Ok(false)`.

use openssl::error::ErrorStack;
use openssl::pkey::{PKey, Public};
use openssl::x509::X509;

pub fn dropped(certificate: &X509, key: &PKey<Public>) -> Result<(), ErrorStack> {
    certificate.verify(key)?; //~ ignored-verification
    Ok(())
}

pub fn looked_at(certificate: &X509, key: &PKey<Public>) -> Result<bool, ErrorStack> {
    if !certificate.verify(key)? {
        return Ok(false);
    }
    certificate.verify(key)
}
