//@ dep: rsa = "0.7"
//! What the padding was called before.

use rsa::{PaddingScheme, PublicKey, RsaPublicKey};

pub fn seal(key: &RsaPublicKey, message: &[u8]) -> Result<Vec<u8>, rsa::errors::Error> {
    let scheme = PaddingScheme::new_pkcs1v15_encrypt(); //~ broken-rsa-padding
    key.encrypt(&mut rand::thread_rng(), scheme, message)
}
