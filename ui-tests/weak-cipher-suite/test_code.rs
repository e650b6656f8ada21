//@ dep: openssl = "0.10"
//! A test may need a weak suite.

#[cfg(test)]
mod tests {
    use openssl::ssl::{SslContextBuilder, SslMethod};

    #[test]
    fn old() {
        SslContextBuilder::new(SslMethod::tls()).unwrap().set_cipher_list("NULL-SHA").unwrap();
    }
}
