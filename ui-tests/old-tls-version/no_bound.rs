//@ dep: native-tls = "0.2"
//@ dep: openssl = "0.10"
//! No lower bound at all.

use native_tls::TlsConnector;
use openssl::ssl::{SslConnector, SslMethod};

pub fn native() -> Result<TlsConnector, native_tls::Error> {
    TlsConnector::builder().min_protocol_version(None).build() //~ old-tls-version
}

pub fn openssl() -> Result<SslConnector, openssl::error::ErrorStack> {
    let mut builder = SslConnector::builder(SslMethod::tls_client())?;
    builder.set_min_proto_version(None)?; //~ old-tls-version
    Ok(builder.build())
}
