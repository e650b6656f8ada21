//@ dep: sha1 = "0.10"
//@ dep: ring = "0.17"
//@ dep: hex = "0.4"

use ring::digest;
use sha1::{Digest, Sha1};

pub fn sign_request(app_secret: &str, query: &str) -> String {
    hex::encode(Sha1::digest(format!("{app_secret}{query}").as_bytes())) //~ hash-as-mac, weak-hash
}

pub fn verify_callback(shared_key: &[u8], body: &[u8], received: &[u8]) -> bool {
    let message = [shared_key, body].concat();
    let tag = digest::digest(&digest::SHA256, &message); //~ hash-as-mac
    ring::constant_time::verify_slices_are_equal(tag.as_ref(), received).is_ok()
}
