//@ dep: sodiumoxide = "0.2"
//! A nonce is made from bytes by functions and constructors that have no row.

use sodiumoxide::crypto::box_::{self, Nonce, PublicKey, SecretKey};
use sodiumoxide::crypto::pwhash::{self, Salt};

pub fn letter(text: &[u8], theirs: &PublicKey, ours: &SecretKey) -> Vec<u8> {
    let nonce = Nonce::from_slice(&[3; 24]).expect("24 bytes");
    box_::seal(text, &nonce, theirs, ours) //~ hardcoded-nonce
}

pub fn parcel(text: &[u8], theirs: &PublicKey, ours: &SecretKey) -> Vec<u8> {
    box_::seal(text, &Nonce(*b"the same for each parcel"), theirs, ours) //~ hardcoded-nonce
}

pub fn key(password: &[u8]) -> [u8; 32] {
    let mut key = [0; 32];
    let salt = Salt(*b"salt of the letters, 32 bytes...");
    let (ops, mem) = (pwhash::OPSLIMIT_MODERATE, pwhash::MEMLIMIT_MODERATE);
    pwhash::derive_key(&mut key, password, &salt, ops, mem).expect("memory"); //~ hardcoded-salt
    key
}

pub fn card(text: &[u8], theirs: &PublicKey, ours: &SecretKey, counter: &[u8]) -> Option<Vec<u8>> {
    let nonce = Nonce::from_slice(counter)?;
    Some(box_::seal(text, &nonce, theirs, ours))
}
