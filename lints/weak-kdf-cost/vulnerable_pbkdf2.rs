//@ dep: pbkdf2 = "0.12"
//@ dep: sha2 = "0.10"
use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;

const ITERATIONS: u32 = 10_000;

pub fn disk_key(passphrase: &str, salt: &[u8; 16]) -> [u8; 32] {
    let mut key = [0u8; 32];
    pbkdf2_hmac::<Sha256>(passphrase.as_bytes(), salt, ITERATIONS, &mut key); //~ weak-kdf-cost
    key
}
