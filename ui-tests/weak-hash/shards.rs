//@ dep: md-5 = "0.10"
//@ dep: hex = "0.4"
//! Names spread over folders.

use md5::{Digest, Md5};

pub fn cdn_shard_fragment(pod: &str) -> String {
    let hashed = hex::encode(Md5::digest(pod));
    format!("{}/{}/{}", &hashed[..1], &hashed[1..2], &hashed[2..3])
}

pub fn place(document: &str, nodes: u64) -> u64 {
    let digest = Md5::digest(document);
    let partition = digest.iter().fold(0u64, |sum, byte| sum * 31 + u64::from(*byte)) % nodes;
    partition
}
