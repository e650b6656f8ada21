//@ dep: jsonwebtoken = "9"
//! A macro of the program makes the constant.

use jsonwebtoken::EncodingKey;

macro_rules! phrases {
    ($($name:ident = $words:literal;)*) => {
        $(pub const $name: &str = $words;)*
    };
}

phrases! {
    GREETING = "welcome to the ledger";
    SEAL = "correct horse battery staple";
}

pub fn constant() -> EncodingKey {
    EncodingKey::from_secret(SEAL.as_bytes()) //~ hardcoded-key
}

pub fn given(words: &str) -> (&'static str, EncodingKey) {
    (GREETING, EncodingKey::from_secret(words.as_bytes()))
}
