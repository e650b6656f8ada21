//@ dep: openssl = "0.10"
//@ dep: postgres-openssl = "0.5"
//@ dep: hyper-openssl = { version = "0.10", features = ["client-legacy"] }
//! The connection that a connector hands to a callback.

use openssl::ssl::{SslConnector, SslMethod, SslVerifyMode};

pub fn database() -> Result<postgres_openssl::MakeTlsConnector, openssl::error::ErrorStack> {
    let connector = SslConnector::builder(SslMethod::tls())?.build();
    let mut tls = postgres_openssl::MakeTlsConnector::new(connector);
    tls.set_callback(|config, _domain| {
        config.set_verify_hostname(false); //~ disabled-certificate-check
        Ok(())
    });
    Ok(tls)
}

pub fn client() -> Result<(), openssl::error::ErrorStack> {
    let mut https = hyper_openssl::client::legacy::HttpsConnector::new()?;
    https.set_callback(|config, _uri| {
        config.set_verify(SslVerifyMode::NONE); //~ disabled-certificate-check
        Ok(())
    });
    drop(https);
    Ok(())
}
