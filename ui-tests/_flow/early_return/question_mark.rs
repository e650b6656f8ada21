//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! `?` keeps the value of `Ok` and leaves the path of the error.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

fn written() -> Result<Vec<u8>, String> {
    Ok(b"wrapped-in-a-result".to_vec())
}

fn read(path: &str) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|_| "not-the-key-but-an-error".to_owned())
}

pub fn bad() -> Result<Tag, String> {
    let key = written()?;
    Ok(Tag::new_from_slice(&key).expect("any length")) //~ hardcoded-key
}

pub fn good(path: &str) -> Result<Tag, String> {
    let key = read(path)?;
    Ok(Tag::new_from_slice(&key).expect("any length"))
}
