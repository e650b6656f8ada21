//@ dep: ed25519-dalek = "2"
//@ dep: hex = "0.4"
//! `from_hex` of an array type.

use ed25519_dalek::SigningKey;
use hex::FromHex;

const SEED: &str = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

pub fn constant() -> SigningKey {
    let seed = <[u8; 32]>::from_hex(SEED).expect("64 digits");
    SigningKey::from_bytes(&seed) //~ hardcoded-key
}

pub fn given(written: &str) -> Option<SigningKey> {
    let seed = <[u8; 32]>::from_hex(written).ok()?;
    Some(SigningKey::from_bytes(&seed))
}
