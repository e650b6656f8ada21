//@ dep: cookie = { version = "0.18", features = ["signed", "key-expansion"] }
//@ dep: rand = "0.8"
//! Without the variable the key is random.

use std::env;

use cookie::Key;

pub fn key() -> Key {
    match env::var("COOKIE_MATERIAL") {
        Ok(text) => Key::derive_from(text.as_bytes()),
        Err(_) => Key::generate(),
    }
}

pub fn key_of_bytes() -> Key {
    let bytes = env::var("COOKIE_MATERIAL").map(String::into_bytes);
    let bytes = bytes.unwrap_or_else(|_| (0..64).map(|_| rand::random::<u8>()).collect());
    Key::from(&bytes)
}
