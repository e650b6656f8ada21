//@ dep: openssl = "0.10"
//! A variant that is called so asks for it; the size of a key does not.

use openssl::symm::Cipher;

pub enum Suite {
    Aes128Ecb,
    Aes128Cbc,
    Aes256Gcm,
}

pub fn cipher(suite: &Suite) -> Result<Cipher, String> {
    match suite {
        Suite::Aes128Ecb => Ok(Cipher::aes_128_ecb()),
        Suite::Aes128Cbc => Ok(Cipher::aes_128_cbc()),
        Suite::Aes256Gcm => Ok(Cipher::aes_256_gcm()),
    }
}

pub enum Bits {
    Aes128,
    Aes192,
    Aes256,
}

pub fn by_size(bits: &Bits) -> Cipher {
    match bits {
        Bits::Aes128 => Cipher::aes_128_ecb(), //~ ecb-mode
        Bits::Aes192 => Cipher::aes_192_ecb(), //~ ecb-mode
        Bits::Aes256 => Cipher::aes_256_ecb(), //~ ecb-mode
    }
}
