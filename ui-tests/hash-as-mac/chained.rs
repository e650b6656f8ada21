//@ dep: sha2 = "0.10"
//@ dep: openssl = "0.10"

use openssl::sha;
use sha2::{Digest, Sha512};

pub struct Signer {
    pub webhook_secret: Vec<u8>,
}

impl Signer {
    pub fn tag(&self, timestamp: &str, body: &[u8]) -> Vec<u8> {
        Sha512::new()
            .chain_update(b"v1")
            .chain_update(&self.webhook_secret) //~ hash-as-mac
            .chain_update(timestamp)
            .chain_update(body)
            .finalize()
            .to_vec()
    }
}

pub fn compute_signature(secret: &str, payload: &str) -> [u8; 32] {
    sha::sha256((secret.to_owned() + payload).as_bytes()) //~ hash-as-mac
}
