//@ dep: jsonwebtoken = "9"
//! A constant that goes through options and results.

use jsonwebtoken::DecodingKey;

#[derive(Debug)]
pub struct Missing;

pub fn mapped() -> Option<DecodingKey> {
    let phrase = Some("correct horse battery staple");
    phrase.map(str::as_bytes).map(DecodingKey::from_secret) //~ hardcoded-key
}

pub fn chained() -> Result<DecodingKey, Missing> {
    let phrase = Some("correct horse battery staple").filter(|words| !words.is_empty()).ok_or(Missing)?;
    Ok(DecodingKey::from_secret(phrase.as_bytes())) //~ hardcoded-key
}

pub fn and_then() -> Option<DecodingKey> {
    let words: Option<&[u8]> = Some(b"correct horse battery staple");
    words.and_then(|all| all.get(..16)).map(|part| DecodingKey::from_secret(part)) //~ hardcoded-key
}

pub fn given(phrase: Option<&str>) -> Result<DecodingKey, Missing> {
    let phrase = phrase.filter(|words| !words.is_empty()).ok_or(Missing)?;
    Ok(DecodingKey::from_secret(phrase.as_bytes()))
}
