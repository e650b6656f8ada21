//! Names that turn a meaning round twice, and switches of other things.

pub struct Options {
    pub reject_invalid_certs: bool,
    pub verify_hostname: bool,
    pub check_spelling: bool,
}

pub fn options(verify_tls: bool, not_insecure: bool, skip_spelling: bool) -> Options {
    Options { reject_invalid_certs: verify_tls, verify_hostname: not_insecure, check_spelling: skip_spelling }
}
