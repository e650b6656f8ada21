//@ dep: native-tls = "0.2"
//@ dep: openssl = "0.10"
//! A negation sets it right.

use native_tls::TlsConnectorBuilder;
use openssl::ssl::ConnectConfiguration;

pub struct Parameters {
    pub verify_certificates: bool,
    pub accept_invalid_hostnames: bool,
}

pub fn configure(
    first: &mut TlsConnectorBuilder,
    second: ConnectConfiguration,
    parameters: &Parameters,
) -> ConnectConfiguration {
    first.danger_accept_invalid_certs(!parameters.verify_certificates);
    first.danger_accept_invalid_hostnames(parameters.verify_certificates == false);
    second.verify_hostname(!parameters.accept_invalid_hostnames)
}
