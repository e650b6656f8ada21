//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! The second argument of a method, also when it is called as a function.

use hmac::{Hmac, Mac};
use sha2::Sha256;

pub struct Signer {
    rounds: u32,
}

impl Signer {
    fn start(&self, label: &[u8], material: &[u8]) -> Hmac<Sha256> {
        let mut tag = Hmac::<Sha256>::new_from_slice(material).expect("any length");
        (0..self.rounds).for_each(|_| tag.update(label));
        tag
    }
}

pub fn constant(signer: &Signer, label: &[u8]) -> Hmac<Sha256> {
    signer.start(label, b"correct horse battery staple") //~ hardcoded-key
}

pub fn as_function(signer: &Signer, label: &[u8]) -> Hmac<Sha256> {
    Signer::start(signer, label, b"correct horse battery staple") //~ hardcoded-key
}

pub fn constant_label(signer: &Signer, material: &[u8]) -> Hmac<Sha256> {
    signer.start(b"a label that everybody may know", material)
}
