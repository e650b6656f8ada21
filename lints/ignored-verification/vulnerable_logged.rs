//@ dep: ed25519-dalek = "2"
//@ dep: log = "0.4"

use ed25519_dalek::{Signature, VerifyingKey};

pub struct Licence {
    pub holder: String,
}

pub fn load(vendor: &VerifyingKey, text: &str, signature: &Signature) -> Licence {
    if let Err(error) = vendor.verify_strict(text.as_bytes(), signature) {
        //~^ ignored-verification
        log::warn!("the licence is not signed by the vendor: {error}");
    }
    Licence { holder: text.to_owned() }
}
