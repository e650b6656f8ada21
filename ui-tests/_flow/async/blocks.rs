//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Values go through `async` blocks and `.await`.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

async fn fixed() -> Vec<u8> {
    b"awaited-constant".to_vec()
}

pub async fn awaited(path: &str) -> (Tag, Tag) {
    let read = async { std::fs::read(path).unwrap_or_default() };
    (Tag::new_from_slice(&fixed().await).expect("any length"), Tag::new_from_slice(&read.await).expect("any length")) //~ hardcoded-key
}

pub async fn block() -> Option<Tag> {
    let key = async {
        if std::env::var_os("PLAIN").is_some() {
            return Some(b"returned-from-a-block".to_vec());
        }
        None
    };
    key.await.map(|key| Tag::new_from_slice(&key).expect("any length")) //~ hardcoded-key
}
