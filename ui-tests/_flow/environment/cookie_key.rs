//@ dep: cookie = { version = "0.18", features = ["key-expansion"] }
//! Without the variable everybody can sign cookies.

use cookie::Key;

pub fn open() -> Key {
    let material = std::env::var("LEDGER_SEAL").unwrap_or("what signs our cookies on my machine, 64 bytes".into());
    Key::derive_from(material.as_bytes()) //~ hardcoded-key
}

pub fn closed() -> Key {
    let material = std::env::var("LEDGER_SEAL").expect("LEDGER_SEAL is set");
    Key::derive_from(material.as_bytes())
}

pub fn generated() -> Key {
    std::env::var("LEDGER_SEAL").map(|material| Key::derive_from(material.as_bytes())).unwrap_or_else(|_| Key::generate())
}
