//@ dep: openssl = "0.10"
//! Connects to the broker.

use openssl::error::ErrorStack;
use openssl::ssl::{SslConnector, SslMethod};

/// The broker's authority comes from the configuration.
pub fn connector(authority: &std::path::Path) -> Result<SslConnector, ErrorStack> {
    let mut builder = SslConnector::builder(SslMethod::tls_client())?;
    builder.set_ca_file(authority)?;
    Ok(builder.build())
}
