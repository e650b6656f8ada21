//@ dep: native-tls = "0.2"
//! A chain of setters that take `&mut self` changes the variable at its head.

use native_tls::{Result, TlsConnector};

pub fn bad() -> Result<TlsConnector> {
    let mut builder = TlsConnector::builder();
    builder.use_sni(true).danger_accept_invalid_certs(true); //~ disabled-certificate-check
    builder.build()
}

pub fn good() -> Result<TlsConnector> {
    let mut builder = TlsConnector::builder();
    builder.danger_accept_invalid_hostnames(false).danger_accept_invalid_certs(true);
    builder.danger_accept_invalid_hostnames(false).danger_accept_invalid_certs(false);
    builder.build()
}
