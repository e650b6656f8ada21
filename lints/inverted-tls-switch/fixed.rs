//@ dep: openssl = "0.10"
//! Connects to the mail server as the settings say.

use openssl::error::ErrorStack;
use openssl::ssl::{ConnectConfiguration, SslConnector};

/// The switch of the settings and the switch of the library mean the opposite of each other.
pub fn configure(
    connector: &SslConnector,
    accept_invalid_hostnames: bool,
) -> Result<ConnectConfiguration, ErrorStack> {
    Ok(connector.configure()?.verify_hostname(!accept_invalid_hostnames))
}
