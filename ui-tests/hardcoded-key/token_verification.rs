//@ dep: jsonwebtoken = "9"
//! Who knows what verifies an HMAC can also make one.

use jsonwebtoken::DecodingKey;

pub fn verifier() -> DecodingKey {
    let phrase = "open sesame".to_owned();
    DecodingKey::from_secret(phrase.as_ref()) //~ hardcoded-key
}
