//@ dep: magic-crypt = "6"
//! The key of a macro.

use magic_crypt::{MagicCryptTrait, new_magic_crypt};

pub fn seal(message: &str) -> String {
    let cipher = new_magic_crypt!("magickey", 256); //~ hardcoded-key
    cipher.encrypt_str_to_base64(message)
}

pub fn by_path(message: &str) -> String {
    magic_crypt::new_magic_crypt!("magickey").encrypt_str_to_base64(message) //~ hardcoded-key
}

pub fn given(key: &str, message: &str) -> String {
    new_magic_crypt!(key, 256).encrypt_str_to_base64(message)
}

/// A macro of this crate with the same name.
pub mod own {
    macro_rules! new_magic_crypt {
        ($label:expr, $width:expr) => {
            format!("{}:{}", $label, $width)
        };
    }

    pub fn label() -> String {
        new_magic_crypt!("magickey", 256)
    }
}
