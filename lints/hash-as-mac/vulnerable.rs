//@ dep: sha2 = "0.10"
//@ dep: hex = "0.4"

use sha2::{Digest, Sha256};

pub struct Webhook {
    secret: String,
}

impl Webhook {
    pub fn sign(&self, body: &[u8]) -> String {
        let mut hasher = Sha256::new();
        hasher.update(self.secret.as_bytes()); //~ hash-as-mac
        hasher.update(body);
        hex::encode(hasher.finalize())
    }
}
