//! An example.

use sha1::{Digest, Sha1};

fn main() {
    println!("{}", Sha1::digest(b"a").len());
}
