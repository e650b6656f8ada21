//@ dep: openssl = "0.10"
//! The hash is told by a name or by the number that the library gives it.

use openssl::error::ErrorStack;
use openssl::hash::{MessageDigest, hash};
use openssl::nid::Nid;

pub fn sign_receipt(receipt: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let digest = MessageDigest::from_nid(Nid::MD5).expect("known"); //~ weak-hash
    Ok(hash(digest, receipt)?.to_vec())
}

pub fn sign_order(order: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let digest = MessageDigest::from_name("sha1").expect("known"); //~ weak-hash
    Ok(hash(digest, order)?.to_vec())
}

pub fn sign_contract(contract: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let digest = MessageDigest::from_name("sha256").expect("known");
    Ok(hash(digest, contract)?.to_vec())
}

pub fn sign_by(name: &str, contract: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    Ok(hash(MessageDigest::from_name(name).expect("known"), contract)?.to_vec())
}
