//@ dep: openssl = "0.10"
//! A callback that overrules the library.

use openssl::error::ErrorStack;
use openssl::ssl::{SslConnector, SslMethod, SslVerifyMode};

pub fn blind() -> Result<SslConnector, ErrorStack> {
    let mut builder = SslConnector::builder(SslMethod::tls())?;
    builder.set_verify_callback(SslVerifyMode::PEER, |_, _| true); //~ disabled-certificate-check
    Ok(builder.build())
}

pub fn careful() -> Result<SslConnector, ErrorStack> {
    let mut builder = SslConnector::builder(SslMethod::tls())?;
    builder.set_verify_callback(SslVerifyMode::PEER, |genuine, chain| genuine && chain.error_depth() < 3);
    Ok(builder.build())
}
