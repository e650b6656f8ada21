//@ dep: ring = "0.17"
//! Impls of test code are not reached from other code.

use ring::hmac;

pub trait Keys {
    fn signing(&self) -> Vec<u8>;
}

pub struct FromDisk;

impl Keys for FromDisk {
    fn signing(&self) -> Vec<u8> {
        std::fs::read("/run/keys/signing").unwrap_or_default()
    }
}

pub fn signer(keys: &dyn Keys) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &keys.signing())
}

pub fn fixed() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, b"6f4922f45568161a") //~ hardcoded-key
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Sample;

    impl Keys for Sample {
        fn signing(&self) -> Vec<u8> {
            b"1f0e3dad99908345".to_vec()
        }
    }

    #[test]
    fn signs() {
        signer(&Sample);
    }
}
