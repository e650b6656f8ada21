//@ dep: p256 = { version = "0.13", features = ["ecdsa"] }
//! A failure is written to the terminal, and then?
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};

pub fn attested(key: &VerifyingKey, message: &[u8], signature: &Signature) -> bool {
    if let Err(e) = key.verify(message, signature) {
        //~^ ignored-verification
        eprintln!("signature is bad: {e}");
    }
    true
}

/// The answer is what the program is for.
pub fn report(key: &VerifyingKey, message: &[u8], signature: &Signature) {
    if let Err(e) = key.verify(message, signature) {
        println!("bad: {e}");
    }
    println!("done");
}

pub fn refused(key: &VerifyingKey, message: &[u8], signature: &Signature) -> bool {
    if let Err(e) = key.verify(message, signature) {
        eprintln!("signature is bad: {e}");
        return false;
    }
    true
}
