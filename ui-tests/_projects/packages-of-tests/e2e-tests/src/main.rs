//! Nobody needs it, and its name says that it tests.

use sha1::{Digest, Sha1};

fn main() {
    let receipt = std::fs::read("receipt").unwrap_or_default();
    assert_eq!(bank_client::receipt_seal(&receipt), Sha1::digest(&receipt).to_vec());
}
