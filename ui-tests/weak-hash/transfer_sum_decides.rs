//@ dep: md5 = "0.7"
//@ dep: sha1 = "0.10"
//! Near an upload too a sum can stand for trust, and no store asks for SHA-1.

use sha1::{Digest, Sha1};

pub mod object_store {
    use sha1::{Digest, Sha1};

    pub fn accept(plugin: &[u8], expected: &[u8]) -> bool {
        let digest = Sha1::digest(plugin); //~ weak-hash
        digest.as_slice() == expected
    }

    pub fn sign_url(path: &str, secret: &str) -> String {
        format!("{:x}", md5::compute(format!("{secret}{path}"))) //~ weak-hash
    }
}

pub fn accept(plugin: &[u8], expected: &[u8]) -> bool {
    Sha1::digest(plugin).as_slice() == expected //~ weak-hash
}
