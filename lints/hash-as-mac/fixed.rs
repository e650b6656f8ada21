//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//@ dep: hex = "0.4"

use hmac::{Hmac, Mac};
use sha2::Sha256;

pub struct Webhook {
    secret: String,
}

impl Webhook {
    pub fn sign(&self, body: &[u8]) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes()).expect("HMAC takes any length");
        mac.update(body);
        hex::encode(mac.finalize().into_bytes())
    }
}
