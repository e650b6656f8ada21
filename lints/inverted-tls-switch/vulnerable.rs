//@ dep: openssl = "0.10"
//! Connects to the mail server as the settings say.

use openssl::error::ErrorStack;
use openssl::ssl::{ConnectConfiguration, SslConnector};

/// `accept_invalid_hostnames` is false in a careful configuration, and then nothing is verified.
pub fn configure(
    connector: &SslConnector,
    accept_invalid_hostnames: bool,
) -> Result<ConnectConfiguration, ErrorStack> {
    Ok(connector.configure()?.verify_hostname(accept_invalid_hostnames)) //~ inverted-tls-switch
}
