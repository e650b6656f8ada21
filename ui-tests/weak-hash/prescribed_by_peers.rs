//@ dep: sha1 = "0.10"
//@ dep: md-5 = "0.10"
//! What a service asks for as work, what clients of an object store send beside their key, and what nobody asked for.

use md5::Md5;
use sha1::{Digest, Sha1};

pub fn solve_hashcash(prefix: &[u8], bits: u32) -> u64 {
    let mut counter = 0u64;
    loop {
        let digest = Sha1::digest([prefix, &counter.to_be_bytes()].concat());
        let tail = u64::from_be_bytes([0, 0, 0, 0, digest[16], digest[17], digest[18], digest[19]]);
        if tail.trailing_zeros() >= bits {
            return counter;
        }
        counter += 1;
    }
}

pub fn customer_key(key: &[u8], sum: &[u8]) -> Result<(), &'static str> {
    if Md5::digest(key).as_slice() != sum {
        return Err("x-amz-server-side-encryption-customer-key-md5 does not match");
    }
    Ok(())
}

pub fn sign_release(content: &[u8]) -> Vec<u8> {
    Sha1::digest(content).to_vec() //~ weak-hash
}
