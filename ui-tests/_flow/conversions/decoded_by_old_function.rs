//@ dep: base64 = "0.13"
//@ dep: jsonwebtoken = "8"
//! The function that early versions of the library have.

use jsonwebtoken::EncodingKey;

pub fn constant() -> EncodingKey {
    let material = base64::decode("b3BlbiBzZXNhbWUgb3BlbiBzZXNhbWU=").unwrap();
    EncodingKey::from_secret(&material) //~ hardcoded-key
}

pub fn given(written: &str) -> Result<EncodingKey, base64::DecodeError> {
    let material = base64::decode(written)?;
    Ok(EncodingKey::from_secret(&material))
}
