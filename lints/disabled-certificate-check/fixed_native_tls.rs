//@ dep: native-tls = "0.2"
//! Connects to the mail server.

use native_tls::{Error, TlsConnector};

/// The name that is given to `connect` must be that of the certificate.
pub fn connector() -> Result<TlsConnector, Error> {
    TlsConnector::new()
}
