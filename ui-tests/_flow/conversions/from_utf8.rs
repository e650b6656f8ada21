//@ dep: jwt-simple = "0.12"
//! Bytes that become a text and bytes again.

use jwt_simple::algorithms::HS256Key;

const WORDS: &[u8] = b"correct horse battery staple";

pub fn constant() -> HS256Key {
    let text = std::str::from_utf8(WORDS).expect("it is ASCII").to_uppercase();
    HS256Key::from_bytes(text.as_bytes()) //~ hardcoded-key
}

pub fn given(words: &[u8]) -> Result<HS256Key, std::str::Utf8Error> {
    let text = std::str::from_utf8(words)?.to_uppercase();
    Ok(HS256Key::from_bytes(text.as_bytes()))
}
