//@ dep: openssl = "0.10"
//! Connects to the broker.

use openssl::error::ErrorStack;
use openssl::ssl::{SslConnector, SslMethod, SslVerifyMode};

/// The connector would check the certificate, had it not been told otherwise.
pub fn connector() -> Result<SslConnector, ErrorStack> {
    let mut builder = SslConnector::builder(SslMethod::tls_client())?;
    builder.set_verify(SslVerifyMode::NONE); //~ disabled-certificate-check
    Ok(builder.build())
}
