//@ dep: sha2 = "0.10"
//@ dep: base64 = "0.22"

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

pub struct Client {
    secret: String,
}

impl Client {
    // What is stored of a client secret that a machine made.
    pub fn verify(&self, stored: &str) -> bool {
        let digest = URL_SAFE_NO_PAD.encode(Sha256::digest(self.secret.as_bytes()));
        constant_time(&digest, stored)
    }

    // A prefix keeps the digests of several uses apart, and no message follows.
    pub fn signature_fingerprint(&self) -> Vec<u8> {
        Sha256::new().chain_update(b"client-secret/").chain_update(&self.secret).finalize().to_vec()
    }
}

pub fn sign_and_hash(secret: &[u8], body: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let mut of_secret = Sha256::new();
    of_secret.update(secret);
    let mut of_body = Sha256::new();
    of_body.update(body);
    (of_secret.finalize().to_vec(), of_body.finalize().to_vec())
}

fn constant_time(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |all, (x, y)| all | (x ^ y)) == 0
}
