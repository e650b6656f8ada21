//@ dep: lettre = "0.11"
//! A mail client.

use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::TlsParameters;

pub fn parameters(host: &str) -> Result<TlsParameters, Error> {
    TlsParameters::builder(host.to_owned())
        .dangerous_accept_invalid_certs(true) //~ disabled-certificate-check
        .build()
}
