//@ dep: rabbit = "0.5"
//@ dep: xts-mode = "0.6"
//@ dep: aes = "0.9"
//@ dep: magic-crypt = "6"
//@ profile: strict
//! Ciphers without a tag that are rarely met.

use aes::Aes128;
use magic_crypt::{MagicCrypt, MagicCryptTrait, SecureBit};
use rabbit::RabbitKeyOnly;
use rabbit::cipher::{KeyInit, StreamCipher};
use xts_mode::Xts128;

pub fn stream(key: &[u8; 16], message: &mut [u8]) {
    let mut cipher = RabbitKeyOnly::new(key.into()); //~ unauthenticated-encryption
    cipher.apply_keystream(message);
}

pub fn text(key: &str, message: &str) -> String {
    let cipher = MagicCrypt::new(key, SecureBit::Bit256, None::<String>); //~ unauthenticated-encryption
    cipher.encrypt_str_to_base64(message)
}

pub fn message(first: Aes128, second: Aes128, message: &mut [u8]) {
    Xts128::new(first, second).encrypt_area(message, 0x200, 0, xts_mode::get_tweak_default); //~ unauthenticated-encryption
}
