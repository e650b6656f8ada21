//@ dep: openssl = "0.10"
//! The server of a club, which once had to serve an old phone.

use openssl::error::ErrorStack;
use openssl::ssl::{SslAcceptor, SslAcceptorBuilder, SslMethod};

/// Agrees to whatever a client proposes.
pub fn acceptor() -> Result<SslAcceptorBuilder, ErrorStack> {
    let mut builder = SslAcceptor::mozilla_intermediate(SslMethod::tls_server())?;
    builder.set_cipher_list("ALL:RC4-SHA:eNULL")?; //~ weak-cipher-suite
    Ok(builder)
}
