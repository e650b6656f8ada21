//@ dep: ring = "0.17"
//! Functions that call each other: what the one returns reaches the other.

use ring::hmac;

fn even(n: u32, given: &[u8]) -> Vec<u8> {
    if n == 0 { given.to_vec() } else { odd(n - 1, given) }
}

fn odd(n: u32, given: &[u8]) -> Vec<u8> {
    if n == 0 { b"33e75ff09dd601bb".to_vec() } else { even(n - 1, given) }
}

fn left(n: u32, given: &[u8]) -> Vec<u8> {
    if n == 0 { given.to_vec() } else { right(n - 1, given) }
}

fn right(n: u32, given: &[u8]) -> Vec<u8> {
    left(n.saturating_sub(1), given)
}

pub fn sometimes(given: &[u8]) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &even(4, given)) //~ hardcoded-key
}

pub fn never(given: &[u8]) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &left(4, given))
}
