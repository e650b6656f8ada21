//@ dep: native-tls = "0.2"
//! Connects to the mail server.

use native_tls::{Error, TlsConnector};

/// A valid certificate of any other server passes for that of the mail server.
pub fn connector() -> Result<TlsConnector, Error> {
    TlsConnector::builder().danger_accept_invalid_hostnames(true).build() //~ disabled-certificate-check
}
