//@ dep: pbkdf2 = "0.12"
//@ dep: sha2 = "0.10"
//! The salt is handed on: it is told where it is given.
use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;

fn derive(passphrase: &str, salt: &[u8]) -> [u8; 32] {
    let mut key = [0u8; 32];
    pbkdf2_hmac::<Sha256>(passphrase.as_bytes(), salt, 600_000, &mut key);
    key
}

pub fn store_key(passphrase: &str) -> [u8; 32] {
    derive(passphrase, b"com.example.store") //~ hardcoded-salt
}

pub fn file_key(passphrase: &str, header: &[u8]) -> [u8; 32] {
    derive(passphrase, &header[..16])
}
