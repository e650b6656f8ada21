//@ dep: rsa = { version = "0.9", features = ["sha2"] }
//! The signature scheme has a similar name.

use rsa::pkcs1v15::SigningKey;
use rsa::sha2::Sha256;
use rsa::signature::{SignatureEncoding, Signer};
use rsa::{Pkcs1v15Sign, RsaPrivateKey};

pub fn sign(key: RsaPrivateKey, message: &[u8]) -> Box<[u8]> {
    SigningKey::<Sha256>::new(key).sign(message).to_bytes()
}

pub fn scheme() -> Pkcs1v15Sign {
    Pkcs1v15Sign::new::<Sha256>()
}
