//@ dep: magic-crypt = "6"
//! The initialisation vector of a macro.

use magic_crypt::{MagicCryptTrait, new_magic_crypt};

pub fn seal(key: &str, message: &str) -> String {
    let cipher = new_magic_crypt!(key, 256, "first-of-all-ivs"); //~ hardcoded-nonce
    cipher.encrypt_str_to_base64(message)
}
