//@ dep: pbkdf2 = "0.12"
//@ dep: sha1 = "0.10"
//@ dep: sha2 = "0.10"
//! Formats and protocols that prescribe the number.
use pbkdf2::pbkdf2_hmac;
use sha1::Sha1;
use sha2::Sha512;

pub fn wpa_psk(passphrase: &str, ssid: &[u8]) -> [u8; 32] {
    let mut key = [0u8; 32];
    pbkdf2_hmac::<Sha1>(passphrase.as_bytes(), ssid, 4096, &mut key);
    key
}

pub fn mnemonic_seed(words: &str, salt: &[u8]) -> [u8; 64] {
    let mut seed = [0u8; 64];
    pbkdf2_hmac::<Sha512>(words.as_bytes(), salt, 2048, &mut seed);
    seed
}

pub fn server_chosen(password: &str, salt: &[u8], rounds: u32) -> [u8; 32] {
    let mut key = [0u8; 32];
    pbkdf2_hmac::<Sha1>(password.as_bytes(), salt, rounds, &mut key);
    key
}
