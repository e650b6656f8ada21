//@ dep: rsa = "0.9"
//! Wraps the key of a backup for the machine that restores it.

use rsa::rand_core::OsRng;
use rsa::{Pkcs1v15Encrypt, RsaPublicKey};

/// Who may ask the restoring machine often enough unwraps every key.
pub fn wrap(recipient: &RsaPublicKey, key: &[u8; 32]) -> rsa::Result<Vec<u8>> {
    recipient.encrypt(&mut OsRng, Pkcs1v15Encrypt, key) //~ broken-rsa-padding
}
