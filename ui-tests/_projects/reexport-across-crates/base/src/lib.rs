//! One crate decides which libraries the others see.

pub mod crypto {
    pub use md5::{Digest, Md5 as Fingerprint};
    pub use openssl::symm;
}

/// The function of this crate chooses; its callers do not.
pub fn cipher() -> crypto::symm::Cipher {
    crypto::symm::Cipher::aes_256_ecb() //~ ecb-mode
}
