//@ dep: rsa = "0.9"
//! Makes the key that signs releases.

use rsa::RsaPrivateKey;
use rsa::rand_core::OsRng;

const BITS: usize = 1024;

pub fn release_key() -> rsa::Result<RsaPrivateKey> {
    RsaPrivateKey::new(&mut OsRng, BITS) //~ weak-key-size
}
