//@ dep: native-tls = "0.2"
//@ dep: openssl = "0.10"
//@ dep: reqwest = "0.12"
//! The newest version that is spoken.

pub fn http() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().max_tls_version(reqwest::tls::Version::TLS_1_1).build() //~ old-tls-version
}

pub fn connector() -> native_tls::Result<native_tls::TlsConnector> {
    native_tls::TlsConnector::builder().max_protocol_version(Some(native_tls::Protocol::Tlsv11)).build() //~ old-tls-version
}

pub fn context() -> Result<openssl::ssl::SslConnector, openssl::error::ErrorStack> {
    let mut builder = openssl::ssl::SslConnector::builder(openssl::ssl::SslMethod::tls())?;
    builder.set_max_proto_version(Some(openssl::ssl::SslVersion::TLS1))?; //~ old-tls-version
    Ok(builder.build())
}

pub fn modern() -> reqwest::Result<reqwest::Client> {
    native_tls::TlsConnector::builder().max_protocol_version(None);
    reqwest::Client::builder().max_tls_version(reqwest::tls::Version::TLS_1_2).build()
}
