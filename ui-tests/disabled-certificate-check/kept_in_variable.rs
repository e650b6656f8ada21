//@ dep: native-tls = "0.2"
//! The builder is a variable, and the calls are statements.

use native_tls::{Error, TlsConnector};

pub fn connector(domain: bool) -> Result<TlsConnector, Error> {
    let mut builder = TlsConnector::builder();
    builder.use_sni(domain);
    builder.danger_accept_invalid_certs(true); //~ disabled-certificate-check
    builder.build()
}
