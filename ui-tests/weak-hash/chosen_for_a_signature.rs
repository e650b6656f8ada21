//@ dep: rsa = { version = "0.9", features = ["sha2"] }
//@ dep: sha1 = "0.10"
//! Whoever lets the client choose signs what an attacker prepared.

use rsa::RsaPrivateKey;
use rsa::pkcs1v15::SigningKey;
use rsa::sha2::Sha256;
use rsa::signature::{SignatureEncoding, Signer};
use sha1::Sha1;

pub enum Digest {
    Sha1,
    Sha256,
}

pub fn sign(key: RsaPrivateKey, digest: &Digest, message: &[u8]) -> Vec<u8> {
    match digest {
        Digest::Sha1 => SigningKey::<Sha1>::new(key).sign(message).to_vec(), //~ weak-hash
        Digest::Sha256 => SigningKey::<Sha256>::new(key).sign(message).to_vec(),
    }
}
