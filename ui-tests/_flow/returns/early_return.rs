//@ dep: ring = "0.17"
//! Every `return` counts.

use ring::hmac;

fn key_for(tenant: Option<&[u8]>) -> Vec<u8> {
    if let Some(own) = tenant {
        return own.to_vec();
    }
    b"1029384756abcdef".to_vec()
}

fn key_or_panic(tenant: Option<&[u8]>) -> Vec<u8> {
    if let Some(own) = tenant {
        return own.to_vec();
    }
    panic!("every tenant has a key")
}

pub fn with_fallback(tenant: Option<&[u8]>) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &key_for(tenant)) //~ hardcoded-key
}

pub fn without(tenant: Option<&[u8]>) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &key_or_panic(tenant))
}
