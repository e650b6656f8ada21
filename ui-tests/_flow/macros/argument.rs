//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A macro of the program hands its argument on.

use hmac::{Hmac, Mac};
use sha2::Sha256;

macro_rules! signer {
    ($material:expr) => {
        Hmac::<Sha256>::new_from_slice($material).expect("any length")
    };
}

pub fn constant() -> Hmac<Sha256> {
    signer!(b"correct horse battery staple") //~ hardcoded-key
}

pub fn given(material: &[u8]) -> Hmac<Sha256> {
    signer!(material)
}
