//@ dep: rustls = "0.23"
//! Who may connect to the service of the operators.

use std::sync::Arc;

use rustls::RootCertStore;
use rustls::server::danger::ClientCertVerifier;
use rustls::server::{VerifierBuilderError, WebPkiClientVerifier};

pub fn operators(authority: RootCertStore) -> Result<Arc<dyn ClientCertVerifier>, VerifierBuilderError> {
    WebPkiClientVerifier::builder(Arc::new(authority))
        .allow_unauthenticated() //~ relaxed-certificate-policy
        .build()
}
