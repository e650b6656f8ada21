//@ dep: reqwest = "0.12"
//! A test talks to a server that it started itself.

#[cfg(test)]
mod tests {
    use reqwest::Client;

    #[test]
    fn builds() {
        assert!(Client::builder().danger_accept_invalid_certs(true).build().is_ok());
    }
}
