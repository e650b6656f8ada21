use md5::{Digest, Md5};

pub fn accept(plugin: &[u8], listed: &[u8]) -> bool {
    Md5::digest(plugin).as_slice() == listed //~ weak-hash
}
