//@ dep: ring = "0.17"
//! A function that is passed by its name receives what it is called with.

use ring::hmac;

fn signer(key: &[u8]) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, key)
}

fn with_built_in<T>(f: fn(&[u8]) -> T) -> T {
    f(b"8e296a067a375633")
}

fn with_given<T>(key: &[u8], f: fn(&[u8]) -> T) -> T {
    f(key)
}

pub fn fixed() -> hmac::Key {
    with_built_in(signer) //~ hardcoded-key
}

pub fn given(key: &[u8]) -> hmac::Key {
    with_given(key, signer)
}
