//@ dep: openssl = "0.10"
//! Everything is allowed.

use openssl::error::ErrorStack;
use openssl::ssl::{SslConnector, SslConnectorBuilder, SslMethod};

pub fn connector() -> Result<SslConnectorBuilder, ErrorStack> {
    let mut builder = SslConnector::builder(SslMethod::tls_client())?;
    builder.set_cipher_list("ALL")?; //~ weak-cipher-suite
    Ok(builder)
}
