//@ dep: sha1 = "0.10"
//! Bodies inside bodies.

use sha1::{Digest, Sha1};

pub fn approve_all(plugins: &[Vec<u8>]) -> Vec<Vec<u8>> {
    plugins.iter().map(|plugin| Sha1::digest(plugin).to_vec()).collect() //~ weak-hash
}

pub async fn approve(plugin: Vec<u8>) -> Vec<u8> {
    async move { Sha1::digest(plugin).to_vec() }.await //~ weak-hash
}
