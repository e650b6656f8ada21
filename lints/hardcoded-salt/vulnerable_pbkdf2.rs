//@ dep: ring = "0.17"
use std::num::NonZeroU32;

use ring::pbkdf2;

pub fn backup_key(passphrase: &str) -> [u8; 32] {
    let salt = [0x5a, 0x11, 0x9c, 0x27, 0xe0, 0x33, 0x71, 0x08];
    let rounds = NonZeroU32::new(600_000).expect("not zero");
    let mut key = [0u8; 32];
    pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, rounds, &salt, passphrase.as_bytes(), &mut key); //~ hardcoded-salt
    key
}
