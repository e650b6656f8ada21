//@ dep: lettre = "0.11"
//! The switch is a constant of another module.

use lettre::transport::smtp::client::{TlsParameters, TlsParametersBuilder};

mod settings {
    pub const TRUST_ANYBODY: bool = true;
    pub const TRUST_NOBODY: bool = false;
}

pub fn bad(host: String) -> TlsParametersBuilder {
    TlsParameters::builder(host).dangerous_accept_invalid_certs(settings::TRUST_ANYBODY) //~ disabled-certificate-check
}

pub fn good(host: String) -> TlsParametersBuilder {
    TlsParameters::builder(host).dangerous_accept_invalid_certs(settings::TRUST_NOBODY)
}
