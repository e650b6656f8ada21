//@ dep: aes = "0.8"
//@ dep: ctr = "0.9"
//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! Encrypt, then authenticate: in two functions of one file.

use aes::Aes256;
use ctr::Ctr64BE;
use ctr::cipher::{KeyIvInit, StreamCipher};
use hmac::{Hmac, Mac};
use sha2::Sha256;

fn cover(key: &[u8; 32], iv: &[u8; 16], data: &mut [u8]) {
    Ctr64BE::<Aes256>::new(key.into(), iv.into()).apply_keystream(data);
}

pub fn seal(keys: &([u8; 32], [u8; 32]), iv: &[u8; 16], mut data: Vec<u8>) -> Option<Vec<u8>> {
    cover(&keys.0, iv, &mut data);
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&keys.1).ok()?;
    mac.update(iv);
    mac.update(&data);
    data.extend(mac.finalize().into_bytes());
    Some(data)
}
