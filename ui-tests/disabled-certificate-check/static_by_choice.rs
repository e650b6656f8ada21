//@ dep: reqwest = "0.12"
//! Clients that are made once; the one without verification is taken where the caller asks for it, the other one always.

use std::sync::LazyLock;

use reqwest::Client;

static CLIENT: LazyLock<Client> = LazyLock::new(Client::new);

static DANGEROUS_CLIENT: LazyLock<Client> = LazyLock::new(|| {
    Client::builder().danger_accept_invalid_certs(true).build().expect("the parameters are valid")
});

static INTERNAL_CLIENT: LazyLock<Client> = LazyLock::new(|| {
    Client::builder()
        .danger_accept_invalid_certs(true) //~ disabled-certificate-check
        .build()
        .expect("the parameters are valid")
});

pub async fn forward(url: &str, dangerous_tls: bool) -> reqwest::Result<reqwest::Response> {
    let client = if dangerous_tls { &*DANGEROUS_CLIENT } else { &*CLIENT };
    client.get(url).send().await
}

pub async fn report(url: &str) -> reqwest::Result<reqwest::Response> {
    INTERNAL_CLIENT.post(url).send().await
}
