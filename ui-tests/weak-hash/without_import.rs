//@ dep: sha1 = "0.10"
//! Full paths, also from the root.

pub fn approve(plugin: &[u8]) -> Vec<u8> {
    <sha1::Sha1 as sha1::Digest>::digest(plugin).to_vec() //~ weak-hash
}

pub fn approve_too(plugin: &[u8]) -> Vec<u8> {
    use ::sha1::Digest as _;
    ::sha1::Sha1::digest(plugin).to_vec() //~ weak-hash
}
