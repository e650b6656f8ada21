//@ dep: blake3 = "1"
//! A function with a single call.

pub fn stored(password: &[u8]) -> [u8; 32] {
    *blake3::hash(password).as_bytes() //~ weak-password-hash
}
