//@ dep: reqwest = "0.12"
//@ dep: rustls = "0.23"

use std::sync::Arc;

use reqwest::Client;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};

const STRICT: bool = false;

// The only caller says that nothing is checked.
fn client(strict: bool) -> reqwest::Result<Client> {
    let mut builder = Client::builder();
    if !strict {
        builder = builder.danger_accept_invalid_certs(true); //~ disabled-certificate-check
    }
    builder.build()
}

pub fn metrics() -> reqwest::Result<Client> {
    client(STRICT)
}

// Left to whoever calls the library.
pub fn open_client(insecure: bool) -> reqwest::Result<Client> {
    match insecure {
        true => Client::builder().danger_accept_invalid_certs(true).build(),
        false => Client::builder().build(),
    }
}

// All callers ask for the check.
fn checked(insecure: bool) -> reqwest::Result<Client> {
    let mut builder = Client::builder();
    if insecure {
        builder = builder.danger_accept_invalid_certs(true);
    }
    builder.build()
}

pub fn api(config_insecure: bool) -> reqwest::Result<Client> {
    checked(config_insecure)
}

pub fn status() -> reqwest::Result<Client> {
    checked(false)
}

#[derive(Debug)]
struct Anything;

impl ServerCertVerifier for Anything {
    fn verify_server_cert(
        //~^ disabled-certificate-check
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }
}

pub struct Telemetry {
    roots: RootCertStore,
}

impl Telemetry {
    fn config(self, strict: bool) -> ClientConfig {
        let mut config = ClientConfig::builder().with_root_certificates(self.roots).with_no_client_auth();
        if !strict {
            config.dangerous().set_certificate_verifier(Arc::new(Anything));
        }
        config
    }

    pub fn start(self) -> ClientConfig {
        Telemetry::config(self, false)
    }
}

// What the address says decides which call is made.
fn by_mode(insecure: bool) -> reqwest::Result<Client> {
    let mut builder = Client::builder();
    if insecure {
        builder = builder.danger_accept_invalid_certs(true);
    }
    builder.build()
}

pub fn of_address(address: &str) -> reqwest::Result<Client> {
    if address.contains("sslmode=verify-full") { by_mode(false) } else { by_mode(true) }
}
