//@ dep: jsonwebtoken = "9"
//! A variable that gets its value later.

use jsonwebtoken::EncodingKey;

pub fn constant(verbose: bool) -> EncodingKey {
    let phrase;
    if verbose {
        eprintln!("signing");
    }
    phrase = "correct horse battery staple";
    EncodingKey::from_secret(phrase.as_bytes()) //~ hardcoded-key
}

pub fn given(words: &str, verbose: bool) -> EncodingKey {
    let phrase;
    if verbose {
        eprintln!("signing");
    }
    phrase = words;
    EncodingKey::from_secret(phrase.as_bytes())
}
