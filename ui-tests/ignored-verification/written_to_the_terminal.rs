//@ dep: p256 = { version = "0.13", features = ["ecdsa"] }
//@ dep: ring = "0.17"
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

// What is given is the message, whatever was found.
pub fn read(key: &ring::hmac::Key, message: &[u8], tag: &[u8]) -> String {
    if ring::hmac::verify(key, message, tag).is_err() { //~ ignored-verification
        eprintln!("the tag does not fit");
    }
    String::from_utf8_lossy(message).into_owned()
}
