//@ dep: ldap3 = "0.11"
//! A denial reaches over the words between it and what it denies.

use ldap3::LdapConnSettings;

pub struct Directory {
    pub allow_invalid_certs: bool,
    pub verify_certs: bool,
    pub no_proxy: bool,
}

pub struct Peer {
    pub no_tls_verify: bool,
    pub no_proxy_hosts_check: bool,
}

pub fn settings(directory: &Directory) -> LdapConnSettings {
    LdapConnSettings::new().set_no_tls_verify(directory.allow_invalid_certs)
}

pub fn inverted(directory: &Directory) -> LdapConnSettings {
    LdapConnSettings::new().set_no_tls_verify(directory.verify_certs) //~ inverted-tls-switch
}

pub fn peers(directory: &Directory) -> [Peer; 2] {
    let first = Peer { no_tls_verify: directory.verify_certs, no_proxy_hosts_check: directory.no_proxy }; //~ inverted-tls-switch
    let second = Peer { no_tls_verify: directory.allow_invalid_certs, no_proxy_hosts_check: directory.verify_certs };
    [first, second]
}
