//@ dep: ed25519-dalek = { version = "2", features = ["digest"] }
//@ dep: sha2 = "0.10"

use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha512};

pub fn verify_file(key: &VerifyingKey, file: &[u8], signature: &Signature) -> bool {
    let digest = Sha512::new().chain_update(file);
    key.verify_prehashed(digest, Some(b"release"), signature).is_ok() //~ lenient-signature-verification
}
