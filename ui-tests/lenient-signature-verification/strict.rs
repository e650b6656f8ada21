//@ dep: ed25519-dalek = { version = "2", features = ["digest"] }
//@ dep: sha2 = "0.10"

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha512};

pub fn verify(key: &VerifyingKey, message: &[u8], signature: &Signature) -> bool {
    key.verify_strict(message, signature).is_ok()
}

pub fn verify_file(key: &VerifyingKey, file: &[u8], signature: &Signature) -> bool {
    let digest = Sha512::new().chain_update(file);
    key.verify_prehashed_strict(digest, None, signature).is_ok()
}

pub fn sign(key: &SigningKey, message: &[u8]) -> Signature {
    key.sign(message)
}
