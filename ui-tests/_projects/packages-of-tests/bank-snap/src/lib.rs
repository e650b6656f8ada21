//! Names of snapshots, built on a library for tests.

use sha1::{Digest, Sha1};

pub fn snapshot_name(test: &str) -> Vec<u8> {
    Sha1::digest(test).to_vec()
}
