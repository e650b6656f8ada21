//! Modules, files and folders that are test code, and one that only sounds like it.

pub mod latest;
pub mod testing;

#[cfg(test)]
mod tests;

use sha1::{Digest, Sha1};

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    Sha1::digest(plugin).to_vec() //~ weak-hash
}

/// What others make their tests with.
pub mod test_utils {
    use sha1::{Digest, Sha1};

    pub fn sample(plugin: &[u8]) -> Vec<u8> {
        Sha1::digest(plugin).to_vec()
    }
}
