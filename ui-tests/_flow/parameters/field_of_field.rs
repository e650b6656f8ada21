//@ dep: ring = "0.17"
//! A field of a field of a parameter.

use ring::hmac;

pub struct Keys {
    pub signing: Vec<u8>,
    pub label: String,
}

pub struct Settings {
    pub keys: Keys,
}

fn signer(settings: &Settings) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &settings.keys.signing)
}

pub fn fixed() -> hmac::Key {
    let keys = Keys { signing: b"9a8b7c6d5e4f3a2b".to_vec(), label: "first".to_owned() };
    signer(&Settings { keys }) //~ hardcoded-key
}

pub fn given(signing: Vec<u8>) -> hmac::Key {
    let keys = Keys { signing, label: "second".to_owned() };
    signer(&Settings { keys })
}
