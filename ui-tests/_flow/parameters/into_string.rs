//@ dep: jsonwebtoken = "9"
//! A parameter of type `impl Into<String>` keeps what is passed.

use jsonwebtoken::EncodingKey;

pub fn fixed() -> EncodingKey {
    signer("correct horse battery staple") //~ hardcoded-key
}

pub fn given(from_vault: String) -> EncodingKey {
    signer(from_vault)
}

fn signer(phrase: impl Into<String>) -> EncodingKey {
    let phrase: String = phrase.into();
    EncodingKey::from_secret(phrase.as_bytes())
}
