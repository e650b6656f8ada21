//@ dep: rsa = "0.9"
//! The side that decrypts is the one that is asked.

use rsa::{Pkcs1v15Encrypt, RsaPrivateKey};

pub fn open(key: &RsaPrivateKey, sealed: &[u8]) -> Result<Vec<u8>, rsa::Error> {
    let padding = Pkcs1v15Encrypt; //~ broken-rsa-padding
    key.decrypt(padding, sealed)
}
