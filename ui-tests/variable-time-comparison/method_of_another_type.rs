//@ dep: aws-lc-rs = "1.12"
//! A method of a type without a model is not that of another type with the same name for it.

use aws_lc_rs::unstable::signature::PqdsaKeyPair;

pub fn sign(key: &PqdsaKeyPair, message: &[u8]) -> Option<Vec<u8>> {
    let expected_length = key.algorithm().signature_len();
    let mut signature = vec![0; expected_length];
    let written = key.sign(message, &mut signature).ok()?;
    if written != expected_length {
        return None;
    }
    Some(signature)
}
