//@ dep: jsonwebtoken = "9"
//! A macro of the program declares a variable of the block around its call.

use jsonwebtoken::EncodingKey;

macro_rules! phrase {
    ($name:ident = $words:expr) => {
        let $name = $words.trim();
    };
}

pub fn constant() -> EncodingKey {
    phrase!(words = "correct horse battery staple");
    EncodingKey::from_secret(words.as_bytes()) //~ hardcoded-key
}

pub fn given(from: &str) -> EncodingKey {
    phrase!(words = from);
    EncodingKey::from_secret(words.as_bytes())
}
