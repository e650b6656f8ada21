//! What is compiled in from files.

use jsonwebtoken::{DecodingKey, EncodingKey, errors::Error};
use ring::hmac::{HMAC_SHA256, Key};

pub const SERVER_KEY: &str = include_str!("../keys/server.pem"); //~ hardcoded-secret

pub fn signing() -> Result<EncodingKey, Error> {
    EncodingKey::from_rsa_pem(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/keys/server.pem"))) //~ hardcoded-key
    //~^ hardcoded-secret
}

pub fn chained() -> Key {
    let seed = include_bytes!("../keys/seed.bin");
    Key::new(HMAC_SHA256, seed) //~ hardcoded-key
}

pub const CERTIFICATE: &str = include_str!("../keys/server.crt");
pub const CREATE_SECRET: &str = include_str!("schema.sql");
pub const PASSWORD_MAIL: &str = include_str!("mail.html");

pub fn checking() -> Result<DecodingKey, Error> {
    DecodingKey::from_rsa_pem(include_bytes!("../keys/public.pem"))
}

// Outside of the package: not read, by whatever way.
pub const CLIMBED: &str = include_str!("../../outside.pem");
pub const LINKED: &str = include_str!("linked.pem");
pub const ABSENT: &str = include_str!("../keys/absent.pem");

pub fn given(seed: &[u8]) -> Key {
    Key::new(HMAC_SHA256, seed)
}
