//@ dep: native-tls = "0.2"
//! A later setting, or the user's, decides.

use native_tls::{Protocol, TlsConnector};

pub fn replaced() -> Result<TlsConnector, native_tls::Error> {
    let mut builder = TlsConnector::builder();
    builder.min_protocol_version(Some(Protocol::Tlsv10));
    builder.min_protocol_version(Some(Protocol::Tlsv12));
    builder.build()
}

pub fn chosen(least: Protocol) -> Result<TlsConnector, native_tls::Error> {
    TlsConnector::builder().min_protocol_version(Some(least)).build()
}
