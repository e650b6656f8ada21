//@ dep: ring = "0.17"
//! A call on `T: Trait` reaches the impls of the workspace.

use ring::hmac;

pub trait Provider {
    fn key(&self) -> Vec<u8>;
    fn name(&self) -> String;
}

pub struct Demo;

impl Provider for Demo {
    fn key(&self) -> Vec<u8> {
        b"98f13708210194c4".to_vec()
    }

    fn name(&self) -> String {
        std::env::var("DEMO").unwrap_or_default()
    }
}

pub fn signer<P: Provider>(provider: &P) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &provider.key()) //~ hardcoded-key
}

pub fn named<P>(provider: &P) -> hmac::Key
where
    P: Provider,
{
    hmac::Key::new(hmac::HMAC_SHA256, provider.name().as_bytes())
}
