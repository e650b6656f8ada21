//@ dep: jsonwebtoken = "9"
//! A repetition in a macro of the program makes one call for each argument.

use jsonwebtoken::EncodingKey;

macro_rules! keys {
    ($($words:expr),+ $(,)?) => {
        vec![$(EncodingKey::from_secret($words)),+]
    };
}

pub fn constant(given: &[u8]) -> Vec<EncodingKey> {
    keys![
        given,
        b"correct horse battery staple", //~ hardcoded-key
    ]
}

pub fn given(one: &[u8], two: &[u8]) -> Vec<EncodingKey> {
    keys![one, two]
}
