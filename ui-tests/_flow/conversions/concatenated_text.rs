//@ dep: cookie = { version = "0.18", features = ["key-expansion"] }
//! Texts joined with `concat`.

use cookie::Key;

pub fn constant() -> Key {
    let material = ["one half of what signs our cookies, ", "and the other half"].concat();
    Key::derive_from(material.as_bytes()) //~ hardcoded-key
}

pub fn given(half: &str) -> Key {
    let material = ["one half of what signs our cookies, ", half].concat();
    Key::derive_from(material.as_bytes())
}
