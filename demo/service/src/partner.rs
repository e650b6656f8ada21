//! Calls of another service.

/// Without the check of the certificate, whoever sits in between reads and changes everything.
pub fn client() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().danger_accept_invalid_certs(true).build()
}
