//@ dep: tower-sessions = { version = "0.13", features = ["signed"] }
//! `map_or` takes a constant key when there is no variable.

use tower_sessions::cookie::Key;
use tower_sessions::service::SignedCookie;
use tower_sessions::{MemoryStore, SessionManagerLayer};

pub fn open(layer: SessionManagerLayer<MemoryStore>) -> SessionManagerLayer<MemoryStore, SignedCookie> {
    let material = std::env::var_os("LEDGER_SEAL")
        .map_or(b"what signs the sessions of this server while nobody has set the variable".to_vec(), |seal| {
            seal.into_encoded_bytes()
        });
    layer.with_signed(Key::from(&material[..])) //~ hardcoded-key
}

pub fn closed(layer: SessionManagerLayer<MemoryStore>) -> Option<SessionManagerLayer<MemoryStore, SignedCookie>> {
    let material = std::env::var_os("LEDGER_SEAL").map(|seal| seal.into_encoded_bytes())?;
    Some(layer.with_signed(Key::from(&material[..])))
}
