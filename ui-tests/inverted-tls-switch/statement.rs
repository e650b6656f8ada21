//@ dep: openssl = "0.10"
//! A call as a statement; the value is a variable.

use openssl::ssl::ConnectConfiguration;

pub struct Parameters {
    pub accept_invalid_hostnames: bool,
}

pub fn configure(configuration: &mut ConnectConfiguration, parameters: &Parameters) {
    let accept_invalid_hostnames = parameters.accept_invalid_hostnames;
    configuration.set_verify_hostname(accept_invalid_hostnames); //~ inverted-tls-switch
}
