//@ dep: native-tls = "0.2"
//! A builder that is changed in statements.

use native_tls::{Result, TlsConnector};

pub fn bad() -> Result<TlsConnector> {
    let mut builder = TlsConnector::builder();
    builder.danger_accept_invalid_hostnames(false);
    builder.use_sni(true);
    builder.danger_accept_invalid_hostnames(true); //~ disabled-certificate-check
    builder.build()
}

pub fn good() -> Result<TlsConnector> {
    let mut builder = TlsConnector::builder();
    builder.danger_accept_invalid_hostnames(true);
    builder.use_sni(true);
    builder.danger_accept_invalid_hostnames(false);
    builder.build()
}
