//@ dep: rustls = "0.23"
//! The client of the billing service.

use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, Error, RootCertStore};

/// The certificate of the company's own authority is trusted, and nobody else.
pub fn client(authority: CertificateDer<'static>) -> Result<ClientConfig, Error> {
    let mut roots = RootCertStore::empty();
    roots.add(authority)?;
    Ok(ClientConfig::builder().with_root_certificates(roots).with_no_client_auth())
}
