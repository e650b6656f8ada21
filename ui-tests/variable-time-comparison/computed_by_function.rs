//@ dep: hex = "0.4"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! No name says anything; the function computes a tag.

use hmac::{Hmac, Mac};
use sha2::Sha256;

fn compute(master: &[u8], id: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(master).expect("any length");
    mac.update(id);
    hex::encode(mac.finalize().into_bytes())
}

pub fn is_right(master: &[u8], id: &[u8], given: &str) -> bool {
    compute(master, id) == given //~ variable-time-comparison
}
