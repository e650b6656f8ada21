//@ dep: getrandom = "0.2"
//! `.ok()` throws the error away.

pub fn nonce() -> [u8; 12] {
    let mut nonce = [0u8; 12];
    getrandom::getrandom(&mut nonce).ok(); //~ ignored-random-error
    nonce
}
