//@ dep: jsonwebtoken = "9"
//! A library function that is passed by its name is called with what the method gives it.

use jsonwebtoken::EncodingKey;

const PHRASES: [&str; 2] = ["the phrase of the first half year", "the phrase of the second half year"];

pub fn keys() -> Vec<EncodingKey> {
    PHRASES.iter().map(|phrase| phrase.as_bytes()).map(EncodingKey::from_secret).collect() //~ hardcoded-key
}

pub fn given(phrases: &[Vec<u8>]) -> Vec<EncodingKey> {
    phrases.iter().map(Vec::as_slice).map(EncodingKey::from_secret).collect()
}
