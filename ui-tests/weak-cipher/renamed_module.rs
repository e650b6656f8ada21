//@ dep: openssl = "0.10"
//! A renamed module, and a renamed type.

use openssl::symm as symmetric;
use openssl::symm::Cipher as Algorithm;

pub fn ciphers() -> [Algorithm; 2] {
    [symmetric::Cipher::des_cbc(), Algorithm::bf_cbc()] //~ weak-cipher
}
