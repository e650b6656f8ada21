//@ dep: ring = "0.17"
//! A function writes one field of what it was lent.

use ring::hmac;

pub struct Settings {
    pub signing: Vec<u8>,
    pub sealing: Vec<u8>,
}

fn preset(settings: &mut Settings) {
    settings.signing = b"6f1ed002ab559585".to_vec();
}

pub fn signing(mut settings: Settings) -> hmac::Key {
    preset(&mut settings);
    hmac::Key::new(hmac::HMAC_SHA256, &settings.signing) //~ hardcoded-key
}

pub fn sealing(mut settings: Settings) -> hmac::Key {
    preset(&mut settings);
    hmac::Key::new(hmac::HMAC_SHA256, &settings.sealing)
}
