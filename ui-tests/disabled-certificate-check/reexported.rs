//@ dep: hyper-tls = "0.6"
//@ dep: suppaftp = { version = "12", features = ["native-tls"] }
//! The library of a library.

pub fn files() -> suppaftp::native_tls::Result<suppaftp::native_tls::TlsConnector> {
    let mut builder = suppaftp::native_tls::TlsConnector::builder();
    builder.danger_accept_invalid_certs(true); //~ disabled-certificate-check
    builder.build()
}

pub fn pages() -> hyper_tls::native_tls::Result<hyper_tls::native_tls::TlsConnector> {
    hyper_tls::native_tls::TlsConnector::builder().danger_accept_invalid_certs(false).build()
}
