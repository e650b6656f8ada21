//@ dep: rand = "0.8"
//@ dep: ring = "0.17"
//! What functions leave in what they are lent, what they call, and what else is known of them.

use rand::RngCore;
use ring::hmac;

pub fn fill(buf: &mut [u8]) {
    rand::thread_rng().fill_bytes(buf);
}

pub fn look(buf: &mut [u8]) -> usize {
    buf.len()
}

pub struct Signer {
    key: Vec<u8>,
}

impl Signer {
    pub fn rotate(&mut self, key: &[u8]) {
        self.key = key.to_vec();
    }
}

pub fn with_key<T>(key: &[u8], f: impl FnOnce(hmac::Key, u32) -> T) -> T {
    f(hmac::Key::new(hmac::HMAC_SHA256, key), 7)
}

pub fn anything_goes(_: &[u8]) -> Result<(), String> {
    Ok(())
}

pub fn same(a: &[u8], b: &[u8]) -> bool {
    let mut differences = 0;
    for (x, y) in a.iter().zip(b) {
        differences |= x ^ y;
    }
    differences == 0
}

pub fn same_so_far(a: &[u8], b: &[u8]) -> bool {
    for (x, y) in a.iter().zip(b) {
        if x != y {
            return false;
        }
    }
    true
}

pub fn label() -> &'static str {
    "v1"
}

pub fn give_up() -> ! {
    panic!("no key")
}
