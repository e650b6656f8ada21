//! The condition stands where the module is declared.

mod samples;

use sha1::{Digest, Sha1};

#[test]
fn approves() {
    assert_eq!(super::approve(&samples::sample()), Sha1::digest(samples::sample()).to_vec());
}
