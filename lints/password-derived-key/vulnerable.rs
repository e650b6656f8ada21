//@ dep: aes-gcm = "0.10"
//@ dep: sha2 = "0.10"
use aes_gcm::{Aes256Gcm, KeyInit};
use sha2::{Digest, Sha256};

pub fn open_vault(passphrase: &str) -> Aes256Gcm {
    let key = Sha256::digest(passphrase.as_bytes()); //~ password-derived-key
    Aes256Gcm::new(&key)
}
