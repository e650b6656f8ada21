//@ dep: aes-gcm = "0.10"
//@ dep: pbkdf2 = "0.12"
//@ dep: sha2 = "0.10"
//! The hash is inside a slow function, or in front of it.
use aes_gcm::{Aes256Gcm, KeyInit};
use pbkdf2::pbkdf2_hmac;
use sha2::{Digest, Sha256};

pub fn vault_key(passphrase: &str, salt: &[u8; 16]) -> Aes256Gcm {
    let short = Sha256::digest(passphrase.as_bytes());
    let mut key = [0u8; 32];
    pbkdf2_hmac::<Sha256>(&short, salt, 600_000, &mut key);
    Aes256Gcm::new(&key.into())
}
