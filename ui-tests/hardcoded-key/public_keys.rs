//@ dep: ed25519-dalek = "2"
//@ dep: jsonwebtoken = "9"
//@ dep: ring = "0.17"
//! What verifies an asymmetric signature is public.

use ed25519_dalek::{SignatureError, VerifyingKey};
use jsonwebtoken::DecodingKey;
use jsonwebtoken::errors::Error;
use ring::signature::{ED25519, UnparsedPublicKey};

const ISSUER: [u8; 32] = [
    215, 90, 152, 1, 130, 177, 10, 183, 213, 75, 254, 211, 201, 100, 7, 58, 14, 225, 114, 243, 218, 166, 35, 37, 175,
    2, 26, 104, 247, 7, 81, 26,
];

const ISSUER_PEM: &str = "-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
-----END PUBLIC KEY-----
";

pub fn issuer() -> Result<VerifyingKey, SignatureError> {
    VerifyingKey::from_bytes(&ISSUER)
}

pub fn issuer_of_tokens() -> Result<DecodingKey, Error> {
    DecodingKey::from_ed_pem(ISSUER_PEM.as_bytes())
}

pub fn issuer_of_updates() -> UnparsedPublicKey<&'static [u8]> {
    UnparsedPublicKey::new(&ED25519, &ISSUER)
}
