//@ dep: openssl = "0.10"
//! A server that asks clients for no certificate is the normal case.

use openssl::error::ErrorStack;
use openssl::ssl::{SslAcceptor, SslMethod, SslVerifyMode};

pub fn acceptor() -> Result<SslAcceptor, ErrorStack> {
    let mut builder = SslAcceptor::mozilla_intermediate(SslMethod::tls_server())?;
    builder.set_verify(SslVerifyMode::NONE);
    Ok(builder.build())
}
