//@ dep: jsonwebtoken = "9"
//! The name says secret and the value reaches a key: one defect, one finding, where the value is used.

use jsonwebtoken::EncodingKey;

const JWT_SECRET: &str = "correct horse battery staple";

pub fn signing_key() -> EncodingKey {
    EncodingKey::from_secret(JWT_SECRET.as_bytes()) //~ hardcoded-key
}
