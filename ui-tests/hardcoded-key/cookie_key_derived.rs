//@ dep: cookie = { version = "0.18", features = ["key-expansion", "private"] }
//! A key derived from a literal is as constant as the literal.

use cookie::Key;

pub fn key() -> Key {
    Key::derive_from(b"a phrase of at least thirty-two bytes, but known") //~ hardcoded-key
}
