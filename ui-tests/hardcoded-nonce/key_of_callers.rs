//@ dep: aes = "0.8"
//@ dep: ctr = "0.9"
//@ dep: hkdf = "0.12"
//@ dep: pbkdf2 = "0.12"
//@ dep: sha2 = "0.10"
//! A constant nonce with a key that the callers derive for each message; with one that a caller keeps, it comes again.

use aes::Aes256;
use ctr::cipher::{KeyIvInit, StreamCipher};
use hkdf::Hkdf;
use sha2::Sha256;

type Stream = ctr::Ctr32BE<Aes256>;

fn cover(key: &[u8; 32], data: &mut [u8]) {
    let nonce = [0u8; 16];
    Stream::new(key.into(), &nonce.into()).apply_keystream(data);
}

fn cover_packet(key: &[u8; 32], packet: &mut Vec<u8>) {
    packet.push(0);
    cover(key, packet);
}

pub fn send(agreed: &[u8], packet: &mut Vec<u8>) {
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(None, agreed).expand(b"packet", &mut key).expect("32 bytes");
    cover_packet(&key, packet);
}

fn cover_file(key: &[u8; 32], data: &mut [u8]) {
    let nonce = [0u8; 16];
    Stream::new(key.into(), &nonce.into()).apply_keystream(data); //~ hardcoded-nonce
}

pub fn store(agreed: &[u8], data: &mut [u8], other: &mut [u8]) {
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(None, agreed).expand(b"file", &mut key).expect("32 bytes");
    cover_file(&key, data);
    let kept = std::fs::read("key").expect("a file");
    cover_file(kept.as_slice().try_into().expect("32 bytes"), other);
}

fn cover_record(key: &[u8; 32], data: &mut [u8]) {
    let nonce = [0u8; 16];
    Stream::new(key.into(), &nonce.into()).apply_keystream(data); //~ hardcoded-nonce
}

pub struct Vault {
    key: [u8; 32],
}

impl Vault {
    pub fn write(&self, agreed: &[u8], data: &mut [u8]) {
        let mut key = [0; 32];
        Hkdf::<Sha256>::new(None, agreed).expand(b"record", &mut key).expect("32 bytes");
        cover_record(&key, data);
        cover_record(&self.key, data);
    }
}

fn cover_note(key: &[u8; 32], data: &mut [u8]) {
    let nonce = [0u8; 16];
    Stream::new(key.into(), &nonce.into()).apply_keystream(data); //~ hardcoded-nonce
}

pub fn write_note(password: &str, salt: &[u8], data: &mut [u8]) {
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(password.as_bytes(), salt, 600_000, &mut key);
    cover_note(&key, data);
}
