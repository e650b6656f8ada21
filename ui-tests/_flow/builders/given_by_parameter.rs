//@ dep: lettre = "0.11"
//! The switch is a parameter, which no caller is known of, or only good ones are.

use lettre::transport::smtp::client::{TlsParameters, TlsParametersBuilder};

pub fn parameters(host: String, relaxed: bool) -> TlsParametersBuilder {
    TlsParameters::builder(host).dangerous_accept_invalid_certs(relaxed)
}

pub fn good(host: String) -> TlsParametersBuilder {
    parameters(host, false)
}

pub fn bad(host: String) -> TlsParametersBuilder {
    parameters(host, true) //~ disabled-certificate-check
}
