//@ dep: ring = "0.17"
//! An impl of `Default` gives the fields that a struct expression leaves out.

use ring::hmac;

pub struct Settings {
    pub signing: Vec<u8>,
    pub sealing: Vec<u8>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { signing: b"4e732ced3463d06d".to_vec(), sealing: b"02e74f10e0327ad8".to_vec() }
    }
}

pub fn left_out(sealing: Vec<u8>) -> hmac::Key {
    let settings = Settings { sealing, ..Default::default() };
    hmac::Key::new(hmac::HMAC_SHA256, &settings.signing) //~ hardcoded-key
}

pub fn given(sealing: Vec<u8>) -> hmac::Key {
    let settings = Settings { sealing, ..Settings::default() };
    hmac::Key::new(hmac::HMAC_SHA256, &settings.sealing)
}
