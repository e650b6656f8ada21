//@ dep: crc32fast = "1"
//! A function that does it in one call, inside of a type that speaks of authentication.

pub struct Authenticator {
    pub key: Vec<u8>,
}

impl Authenticator {
    pub fn of(&self, message: &[u8]) -> u32 {
        crc32fast::hash(&[&self.key[..], message].concat()) //~ non-cryptographic-hash
    }
}
