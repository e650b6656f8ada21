//@ dep: ldap3 = "0.11"
//! A clone has the fields of the original; turning back the clone leaves the original.

use ldap3::LdapConnSettings;

pub fn bad() -> (LdapConnSettings, LdapConnSettings) {
    let relaxed = LdapConnSettings::new().set_no_tls_verify(true); //~ disabled-certificate-check
    let strict = relaxed.clone().set_no_tls_verify(false);
    (relaxed, strict)
}

pub fn good() -> LdapConnSettings {
    let relaxed = LdapConnSettings::new().set_no_tls_verify(true);
    relaxed.clone().set_no_tls_verify(false)
}
