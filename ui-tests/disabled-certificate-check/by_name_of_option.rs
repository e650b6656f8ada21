//@ dep: rdkafka = "0.36"
//@ dep: redis = { version = "0.32", features = ["tokio-native-tls-comp"] }
//@ dep: octocrab = "0.54"
//! Switches that are told by the name of an option, a field of a variant, or a part of an address.

use rdkafka::config::ClientConfig;
use redis::{ConnectionAddr, IntoConnectionInfo};

pub fn broker() -> ClientConfig {
    let mut config = ClientConfig::new();
    config.set("security.protocol", "ssl");
    config.set("enable.ssl.certificate.verification", "false"); //~ disabled-certificate-check
    config.set("ssl.endpoint.identification.algorithm", "none"); //~ disabled-certificate-check
    config
}

pub fn cache(host: &str) -> ConnectionAddr {
    ConnectionAddr::TcpTls { host: host.to_owned(), port: 6380, insecure: true, tls_params: None } //~ disabled-certificate-check
}

pub fn cache_by_address() -> redis::RedisResult<redis::Client> {
    redis::Client::open("rediss://cache.example.com:6380/#insecure") //~ disabled-certificate-check
}

pub async fn hook(crab: &octocrab::Octocrab, id: u64) -> octocrab::Result<()> {
    crab.repos("owner", "name").hooks().update(id.into()).insecure_ssl("1").send().await?; //~ disabled-certificate-check
    Ok(())
}
