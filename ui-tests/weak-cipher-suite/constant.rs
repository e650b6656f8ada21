//@ dep: openssl = "0.10"
//! The list stands in a constant.

use openssl::error::ErrorStack;
use openssl::ssl::{SslConnector, SslConnectorBuilder, SslMethod};

const SUITES: &str = "EXPORT:LOW:HIGH";

pub fn connector() -> Result<SslConnectorBuilder, ErrorStack> {
    let mut builder = SslConnector::builder(SslMethod::tls_client())?;
    builder.set_cipher_list(SUITES)?; //~ weak-cipher-suite
    Ok(builder)
}
