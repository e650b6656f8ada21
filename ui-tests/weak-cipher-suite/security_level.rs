//@ dep: openssl = "0.10"
//! The level below which OpenSSL offers nothing.

use openssl::error::ErrorStack;
use openssl::ssl::{SslConnector, SslMethod};

pub fn everything_goes() -> Result<SslConnector, ErrorStack> {
    let mut builder = SslConnector::builder(SslMethod::tls())?;
    builder.set_security_level(0); //~ weak-cipher-suite
    Ok(builder.build())
}

pub fn stricter() -> Result<SslConnector, ErrorStack> {
    let mut builder = SslConnector::builder(SslMethod::tls())?;
    builder.set_security_level(2);
    Ok(builder.build())
}
