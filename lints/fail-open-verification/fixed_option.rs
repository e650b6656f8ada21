//@ dep: ed25519-dalek = "2"

use ed25519_dalek::{Signature, SignatureError, VerifyingKey};

pub struct Release {
    pub archive: Vec<u8>,
    pub signature: Option<Signature>,
}

pub fn verify_release(vendor: &VerifyingKey, release: &Release) -> Result<(), SignatureError> {
    let Some(signature) = &release.signature else { return Err(SignatureError::new()) };
    vendor.verify_strict(&release.archive, signature)
}
