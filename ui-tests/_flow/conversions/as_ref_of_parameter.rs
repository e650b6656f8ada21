//@ dep: ring = "0.17"
//! A function takes anything that can be seen as bytes.

use ring::hmac::{HMAC_SHA256, Key};

fn signer<M>(material: M) -> Key
where
    M: AsRef<[u8]>,
{
    Key::new(HMAC_SHA256, material.as_ref())
}

pub fn constant() -> Key {
    signer(b"correct horse battery staple") //~ hardcoded-key
}

pub fn given(material: &[u8]) -> Key {
    signer(material)
}
