//@ dep: pbkdf2 = "0.12"
//@ dep: rand = "0.9"
//@ dep: sha2 = "0.10"
//! A buffer that is filled is no constant.
use pbkdf2::pbkdf2_hmac;
use rand::RngCore;
use sha2::Sha512;

pub fn new_key(passphrase: &str) -> (Vec<u8>, [u8; 64]) {
    let mut salt = vec![0u8; 16];
    rand::rng().fill_bytes(&mut salt);
    let mut key = [0u8; 64];
    pbkdf2_hmac::<Sha512>(passphrase.as_bytes(), &salt, 210_000, &mut key);
    (salt, key)
}
