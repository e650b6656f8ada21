//@ dep: rsa = "0.9"
//! Makes the key to which archives are encrypted.

use rsa::RsaPrivateKey;
use rsa::rand_core::OsRng;

pub fn archive_key() -> rsa::Result<RsaPrivateKey> {
    RsaPrivateKey::new(&mut OsRng, 3072)
}
