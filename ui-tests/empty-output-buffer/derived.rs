//@ dep: hkdf = "0.12"
//@ dep: pbkdf2 = "0.12"
//@ dep: sha2 = "0.10"
//@ dep: zeroize = "1"
//! Keys that are derived into nothing.

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

pub fn of_secret(secret: &[u8]) -> Vec<u8> {
    let mut key = Vec::with_capacity(32);
    Hkdf::<Sha256>::new(None, secret).expand(b"storage", &mut key).expect("short enough"); //~ empty-output-buffer
    key
}

pub fn of_password(password: &[u8], salt: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut key = Zeroizing::new(Vec::with_capacity(32));
    pbkdf2::pbkdf2_hmac::<Sha256>(password, salt, 600_000, &mut key); //~ empty-output-buffer
    key
}
