//@ dep: bcrypt = "0.15"
//@ dep: ed25519-dalek = "2"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//@ dep: subtle = "2"
//! Outcomes that are used.

use ed25519_dalek::{Signature, SignatureError, VerifyingKey};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

pub struct Envelope<'a> {
    pub text: &'a [u8],
    pub genuine: bool,
}

pub fn passed_on(key: &VerifyingKey, text: &[u8], signature: &Signature) -> Result<(), SignatureError> {
    key.verify_strict(text, signature)?;
    Ok(())
}

pub fn stored<'a>(key: &VerifyingKey, text: &'a [u8], signature: &Signature) -> Envelope<'a> {
    Envelope { text, genuine: key.verify_strict(text, signature).is_ok() }
}

pub fn read_later(mac: Hmac<Sha256>, tag: &[u8]) -> Result<(), String> {
    let outcome = mac.verify_slice(tag);
    if outcome.is_err() {
        return Err("forged".to_owned());
    }
    Ok(())
}

pub fn unwrapped(mac: Hmac<Sha256>, tag: &[u8]) {
    mac.verify_slice(tag).expect("the tag was made above");
}

pub fn read_answer(password: &str, stored: &str) -> bool {
    matches!(bcrypt::verify(password, stored), Ok(true))
}

pub fn arms(password: &str, stored: &str) -> u16 {
    match bcrypt::verify(password, stored) {
        Ok(true) => 200,
        Ok(_) => 401,
        Err(_) => 500,
    }
}

pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}
