//@ dep: ring = "0.17"
//! A call through `dyn Trait` reaches every impl.

use ring::hmac;

pub trait Keys {
    fn signing(&self) -> Vec<u8>;
    fn sealing(&self) -> Vec<u8>;
}

pub struct FromDisk;
pub struct BuiltIn;

impl Keys for FromDisk {
    fn signing(&self) -> Vec<u8> {
        std::fs::read("/run/keys/signing").unwrap_or_default()
    }

    fn sealing(&self) -> Vec<u8> {
        std::fs::read("/run/keys/sealing").unwrap_or_default()
    }
}

impl Keys for BuiltIn {
    fn signing(&self) -> Vec<u8> {
        b"aab3238922bcc25a".to_vec()
    }

    fn sealing(&self) -> Vec<u8> {
        std::fs::read("/etc/sealing").unwrap_or_default()
    }
}

pub fn signing(keys: &dyn Keys) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &keys.signing()) //~ hardcoded-key
}

pub fn sealing(keys: &dyn Keys) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &keys.sealing())
}
