//@ dep: cookie = { version = "0.18", features = ["key-expansion"] }
//! Texts joined with `+`.

use cookie::Key;

pub fn added() -> Key {
    let material = String::from("one half of what signs our cookies, ") + "and the other half";
    Key::derive_from(material.as_bytes()) //~ hardcoded-key
}

pub fn given(half: &str) -> Key {
    let material = String::from("one half of what signs our cookies, ") + half;
    Key::derive_from(material.as_bytes())
}
