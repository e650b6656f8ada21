//@ dep: rdkafka = "0.36"
//@ dep: bollard = "0.21"
//@ profile: strict
//! A broker that is sent the password in clear, a daemon that anybody on the way can take over.

use rdkafka::config::ClientConfig;

pub fn broker(user: &str, password: &str) -> ClientConfig {
    let mut config = ClientConfig::new();
    config
        .set("bootstrap.servers", "kafka.example.com:9092")
        .set("security.protocol", "SASL_PLAINTEXT") //~ cleartext-transport
        .set("sasl.mechanism", "PLAIN")
        .set("sasl.username", user)
        .set("sasl.password", password);
    config
}

pub fn docker() -> Result<bollard::Docker, bollard::errors::Error> {
    bollard::Docker::connect_with_http("tcp://build.example.com:2375", 4, bollard::API_DEFAULT_VERSION) //~ cleartext-transport
}
