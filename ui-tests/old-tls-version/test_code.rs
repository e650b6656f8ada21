//@ dep: native-tls = "0.2"
//! A test may talk to an old server.

#[cfg(test)]
mod tests {
    use native_tls::{Protocol, TlsConnector};

    #[test]
    fn old() {
        TlsConnector::builder().min_protocol_version(Some(Protocol::Tlsv10)).build().unwrap();
    }
}
