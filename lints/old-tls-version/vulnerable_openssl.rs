//@ dep: openssl = "0.10"
//! The server of a shop.

use openssl::error::ErrorStack;
use openssl::ssl::{SslAcceptor, SslAcceptorBuilder, SslMethod, SslVersion};

/// Also lets in clients with TLS 1.1.
pub fn acceptor() -> Result<SslAcceptorBuilder, ErrorStack> {
    let mut builder = SslAcceptor::mozilla_intermediate_v5(SslMethod::tls_server())?;
    builder.set_min_proto_version(Some(SslVersion::TLS1_1))?; //~ old-tls-version
    Ok(builder)
}
