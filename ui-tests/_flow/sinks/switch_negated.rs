//@ dep: native-tls = "0.2"
//! A switch that is computed.

use native_tls::{Error, TlsConnector};

const STRICT: bool = false;

pub fn lax() -> Result<TlsConnector, Error> {
    TlsConnector::builder().danger_accept_invalid_certs(!STRICT).build() //~ disabled-certificate-check
}

pub fn given(strict: bool) -> Result<TlsConnector, Error> {
    TlsConnector::builder().danger_accept_invalid_certs(!strict).build()
}
