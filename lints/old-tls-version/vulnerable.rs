//@ dep: native-tls = "0.2"
//! A client for an old printer, which became the client for everything.

use native_tls::{Protocol, TlsConnector};

/// A connector that also speaks TLS 1.0.
pub fn connector() -> Result<TlsConnector, native_tls::Error> {
    TlsConnector::builder().min_protocol_version(Some(Protocol::Tlsv10)).build() //~ old-tls-version
}
