//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Public constants in the place of a MAC's key: the start of a chain, the label of a derivation, a commitment. A constant that signs
//! a message is none of that, whatever it is called.

use hmac::{Hmac, Mac};
use sha2::{Sha256, Sha512};

const START: [u8; 32] = *b"an example of a protocol, v1 abc";
const SALT_OF_PARTS: &[u8] = b"example parts of keys";
const COMMON: &[u8] = b"d821f879f0d9770979";

fn tag(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length");
    mac.update(message);
    mac.finalize().into_bytes().into()
}

pub fn handshake(peer: &[u8], agreed: &[u8]) -> [u8; 32] {
    let mut chaining = START;
    chaining = tag(&tag(&chaining, peer), &[1]);
    tag(&chaining, agreed)
}

pub fn root(seed: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha512>::new_from_slice(b"Example seed").expect("any length");
    mac.update(seed);
    mac.finalize().into_bytes().to_vec()
}

pub fn derive_part(id: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(SALT_OF_PARTS).expect("any length");
    mac.update(id);
    mac.finalize().into_bytes().into()
}

pub fn commit(value: &[u8], nonce: &[u8; 16]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(COMMON).expect("any length");
    mac.update(nonce);
    mac.update(value);
    mac.finalize().into_bytes().into()
}

pub fn sign_cookie(user: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(SALT_OF_PARTS).expect("any length"); //~ hardcoded-key
    mac.update(user);
    mac.finalize().into_bytes().into()
}

pub fn sign_in_turn(user: &[u8], nonce: &[u8]) -> [u8; 32] {
    let key = START;
    tag(&key, &[user, nonce].concat()) //~ hardcoded-key
}

pub fn derive_session_token(user: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(SALT_OF_PARTS).expect("any length"); //~ hardcoded-key
    mac.update(user);
    mac.finalize().into_bytes().into()
}
