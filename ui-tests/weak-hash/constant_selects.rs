//@ dep: ring = "0.17"
//! The algorithm is a constant of the library, kept in a constant of the project.

use ring::digest;

static APPROVAL: &digest::Algorithm = &digest::SHA1_FOR_LEGACY_USE_ONLY; //~ weak-hash

pub fn approve(plugin: &[u8]) -> digest::Digest {
    digest::digest(APPROVAL, plugin)
}
