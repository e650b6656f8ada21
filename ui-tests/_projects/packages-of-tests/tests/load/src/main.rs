//! A program in a folder of tests.

use sha1::{Digest, Sha1};

fn main() {
    let answer = std::fs::read("answer").unwrap_or_default();
    println!("{:x}", Sha1::digest(answer));
}
