//@ dep: jsonwebtoken = "9"
//! A part of a constant text, found by splitting.

use jsonwebtoken::EncodingKey;

const LINE: &str = "issuer=ledger;phrase=correct horse battery staple";

pub fn constant() -> Option<EncodingKey> {
    let (_, phrase) = LINE.split_once(";phrase=")?;
    Some(EncodingKey::from_secret(phrase.as_bytes())) //~ hardcoded-key
}

pub fn by_pieces() -> Option<EncodingKey> {
    let piece = LINE.split(';').nth(1)?;
    let phrase = piece.strip_prefix("phrase=")?;
    Some(EncodingKey::from_secret(phrase.as_bytes())) //~ hardcoded-key
}

pub fn given(line: &str) -> Option<EncodingKey> {
    let (_, phrase) = line.split_once(";phrase=")?;
    Some(EncodingKey::from_secret(phrase.as_bytes()))
}
