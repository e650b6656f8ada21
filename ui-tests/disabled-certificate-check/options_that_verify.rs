//@ dep: rdkafka = "0.36"
//@ dep: redis = { version = "0.32", features = ["tokio-native-tls-comp"] }
//@ dep: octocrab = "0.54"
//! The same options with other values, and the same values of other options.

use rdkafka::config::ClientConfig;
use redis::ConnectionAddr;

pub fn broker(verify: &str, name: &str) -> ClientConfig {
    let mut config = ClientConfig::new();
    config.set("enable.ssl.certificate.verification", "true");
    config.set("ssl.endpoint.identification.algorithm", "https");
    config.set("enable.auto.commit", "false");
    config.set("compression.type", "none");
    config.set("enable.ssl.certificate.verification", verify);
    config.set(name, "false");
    config
}

pub fn cache(host: &str, insecure: bool) -> [ConnectionAddr; 2] {
    let (host, port) = (host.to_owned(), 6380);
    [
        ConnectionAddr::TcpTls { host: host.clone(), port, insecure: false, tls_params: None },
        ConnectionAddr::TcpTls { host, port, insecure, tls_params: None },
    ]
}

pub fn cache_by_address() -> redis::RedisResult<redis::Client> {
    redis::Client::open("rediss://cache.example.com:6380/")
}

pub async fn hook(crab: &octocrab::Octocrab, id: u64) -> octocrab::Result<()> {
    crab.repos("owner", "name").hooks().update(id.into()).insecure_ssl("0").send().await?;
    Ok(())
}
