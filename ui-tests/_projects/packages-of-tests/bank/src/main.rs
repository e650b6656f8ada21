//! The program.

use sha1::{Digest, Sha1};

fn main() {
    let receipt = std::fs::read("receipt").unwrap_or_default();
    println!("{:x}", Sha1::digest(receipt)); //~ weak-hash
}
