//@ dep: rsa = { version = "0.9", features = ["sha2"] }
//! Wraps the key of a backup for the machine that restores it.

use rsa::rand_core::OsRng;
use rsa::sha2::Sha256;
use rsa::{Oaep, RsaPublicKey};

/// A changed ciphertext is refused without telling why.
pub fn wrap(recipient: &RsaPublicKey, key: &[u8; 32]) -> rsa::Result<Vec<u8>> {
    recipient.encrypt(&mut OsRng, Oaep::new::<Sha256>(), key)
}
