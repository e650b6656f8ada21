//@ dep: jwt-simple = "0.12"
//! A variable of the build, with and without something to fall back on.

use jwt_simple::algorithms::HS512Key;

pub fn open() -> HS512Key {
    let phrase = option_env!("LEDGER_SEAL").unwrap_or("correct horse battery staple");
    HS512Key::from_bytes(phrase.as_bytes()) //~ hardcoded-key
}

pub fn closed() -> HS512Key {
    let phrase = option_env!("LEDGER_SEAL").expect("LEDGER_SEAL is set");
    HS512Key::from_bytes(phrase.as_bytes())
}
