//@ dep: sha1 = "0.10"
//! The import and the re-export are silent, the use through them is not.

mod crypto {
    pub mod hash {
        pub use sha1::{Digest, Sha1 as Standard};
    }
    pub use hash::*;
}

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    use crypto::{Digest, Standard};
    Standard::digest(plugin).to_vec() //~ weak-hash
}
