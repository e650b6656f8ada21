//@ dep: openssl = "0.10"
//! The server of a club.

use openssl::error::ErrorStack;
use openssl::ssl::{SslAcceptor, SslAcceptorBuilder, SslMethod};

/// Agrees to suites with forward secrecy and authenticated encryption.
pub fn acceptor() -> Result<SslAcceptorBuilder, ErrorStack> {
    let mut builder = SslAcceptor::mozilla_intermediate(SslMethod::tls_server())?;
    builder.set_cipher_list("ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL:!RC4")?;
    Ok(builder)
}
