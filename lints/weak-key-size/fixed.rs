//@ dep: rsa = "0.9"
//! Makes the key that signs releases.

use rsa::RsaPrivateKey;
use rsa::rand_core::OsRng;

const BITS: usize = 3072;

pub fn release_key() -> rsa::Result<RsaPrivateKey> {
    RsaPrivateKey::new(&mut OsRng, BITS)
}
