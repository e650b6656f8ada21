//@ dep: aes = "0.8"
//@ dep: cbc = "0.1"
//@ dep: ctr = "0.9"
//@ dep: openssl = "0.10"
//! Modes with a nonce.

pub type Chained = cbc::Encryptor<aes::Aes256>;
pub type Counter = ctr::Ctr128BE<aes::Aes256>;

pub fn cipher() -> openssl::symm::Cipher {
    openssl::symm::Cipher::aes_256_ctr()
}
