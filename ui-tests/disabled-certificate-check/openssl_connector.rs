//@ dep: openssl = "0.10"
//! On a connector, and for one connection.

use openssl::error::ErrorStack;
use openssl::ssl::{ConnectConfiguration, SslConnector, SslConnectorBuilder, SslMethod, SslVerifyMode as Mode};

pub fn builder() -> Result<SslConnectorBuilder, ErrorStack> {
    let mut builder = SslConnector::builder(SslMethod::tls())?;
    builder.set_verify(Mode::NONE); //~ disabled-certificate-check
    Ok(builder)
}

pub fn connection(connector: &SslConnector) -> Result<ConnectConfiguration, ErrorStack> {
    let mut connection = connector.configure()?;
    connection.set_verify_hostname(false); //~ disabled-certificate-check
    Ok(connection)
}
