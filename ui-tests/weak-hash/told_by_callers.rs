//@ dep: sha1 = "0.10"
//@ dep: hex = "0.4"
//! What a function's digest is for is told by all who call it.

use sha1::{Digest, Sha1};
use std::collections::HashMap;

fn content_digest(content: &[u8]) -> String {
    let mut hasher = Sha1::new();
    hasher.update(content);
    hex::encode(hasher.finalize())
}

pub fn compiled(source: &[u8]) -> String {
    let cache_key = content_digest(source);
    format!("build/{cache_key}.wasm")
}

pub fn once<'m>(known: &'m HashMap<String, String>, source: &[u8]) -> Option<&'m String> {
    known.get(&content_digest(source))
}

fn program_digest(content: &[u8]) -> String {
    hex::encode(Sha1::digest(content)) //~ weak-hash
}

pub fn built(source: &[u8]) -> String {
    let cache_key = program_digest(source);
    format!("build/{cache_key}.wasm")
}

pub fn may_run(program: &[u8], published: &str) -> bool {
    program_digest(program) == published
}
