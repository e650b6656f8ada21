//! A field of a structure, set by an assignment and in a literal.

#[derive(Default)]
pub struct Options {
    pub verify_certificates: bool,
    pub verify_hostname: bool,
}

pub fn options(insecure: bool, skip_hostname_verification: bool) -> Options {
    let mut options = Options { verify_certificates: insecure, ..Options::default() }; //~ inverted-tls-switch
    options.verify_hostname = skip_hostname_verification; //~ inverted-tls-switch
    options
}
