//@ dep: sha2 = "0.10"
//@ dep: hex = "0.4"

use sha2::{Digest, Sha256};

fn sha256_hex(data: &str) -> String {
    hex::encode(Sha256::digest(data.as_bytes()))
}

pub struct Config {
    pub api_secret: String,
}

pub fn signature_of(config: &Config, body: &str) -> String {
    let text = format!("{}|{}", config.api_secret, body);
    sha256_hex(&text) //~ hash-as-mac
}

pub fn sign_parts(config: &Config, body: &str) -> String {
    let first = config.api_secret.as_bytes();
    let second = body.trim();
    let mut hasher = Sha256::new();
    hasher.update(first); //~ hash-as-mac
    hasher.update(second);
    hex::encode(hasher.finalize())
}
