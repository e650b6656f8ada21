//@ dep: sha2 = "0.10"
//@ dep: sha3 = "0.10"
//@ dep: blake2 = "0.10"

use blake2::Blake2b512;
use sha2::{Digest, Sha512_256};
use sha3::Sha3_256;

// The digests of these do not tell the state of the hash.
pub fn sign_sha3(secret: &[u8], body: &[u8]) -> Vec<u8> {
    Sha3_256::new().chain_update(secret).chain_update(body).finalize().to_vec()
}

pub fn sign_cut(secret: &[u8], body: &[u8]) -> Vec<u8> {
    let mut hasher = Sha512_256::new();
    hasher.update(secret);
    hasher.update(body);
    hasher.finalize().to_vec()
}

pub fn sign_blake2(secret: &[u8], body: &[u8]) -> Vec<u8> {
    let mut hasher = Blake2b512::new();
    hasher.update(secret);
    hasher.update(body);
    hasher.finalize().to_vec()
}
