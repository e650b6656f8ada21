//@ dep: ring = "0.17"
//! Whatever the outcome, the answer is yes.

use ring::signature::{ED25519, UnparsedPublicKey};

pub fn accept(key: &[u8], text: &[u8], signature: &[u8]) -> bool {
    match UnparsedPublicKey::new(&ED25519, key).verify(text, signature) { //~ ignored-verification
        Ok(()) => true,
        Err(_) => {
            eprintln!("a bad signature");
            true
        }
    }
}

pub fn receive(key: &[u8], text: &[u8], signature: &[u8]) -> Result<(), String> {
    if UnparsedPublicKey::new(&ED25519, key).verify(text, signature).is_ok() { //~ ignored-verification
        Ok(())
    } else {
        eprintln!("a bad signature");
        Ok(())
    }
}

pub fn judge(key: &[u8], text: &[u8], signature: &[u8]) -> bool {
    match UnparsedPublicKey::new(&ED25519, key).verify(text, signature) {
        Ok(()) => true,
        Err(_) => false,
    }
}
