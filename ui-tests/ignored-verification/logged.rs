//@ dep: p256 = { version = "0.13", features = ["ecdsa"] }
//@ dep: tracing = "0.1"
//! A failure that is logged, with and without consequence.

use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};

pub fn goes_on(key: &VerifyingKey, update: &[u8], signature: &Signature) -> Vec<u8> {
    match key.verify(update, signature) {
        //~^ ignored-verification
        Ok(()) => tracing::info!("the update is genuine"),
        Err(error) => tracing::error!(%error, "the update is forged"),
    }
    update.to_vec()
}

pub fn refuses(key: &VerifyingKey, update: &[u8], signature: &Signature) -> Option<Vec<u8>> {
    if let Err(error) = key.verify(update, signature) {
        tracing::error!(%error, "the update is forged");
        return None;
    }
    Some(update.to_vec())
}

pub fn counts(key: &VerifyingKey, updates: &[(Vec<u8>, Signature)]) -> usize {
    let mut forged = 0;
    for (update, signature) in updates {
        if key.verify(update, signature).is_err() {
            forged += 1;
        }
    }
    forged
}
