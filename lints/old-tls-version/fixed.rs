//@ dep: native-tls = "0.2"
//! A client for everything.

use native_tls::{Protocol, TlsConnector};

/// A connector that speaks TLS 1.2 and later.
pub fn connector() -> Result<TlsConnector, native_tls::Error> {
    TlsConnector::builder().min_protocol_version(Some(Protocol::Tlsv12)).build()
}
