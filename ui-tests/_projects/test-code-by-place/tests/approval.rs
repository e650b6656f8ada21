//! An integration test.

use sha1::{Digest, Sha1};

#[test]
fn approves() {
    assert_eq!(test_code_by_place::approve(b"a"), Sha1::digest(b"a").to_vec());
}
