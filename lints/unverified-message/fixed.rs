//@ dep: ed25519-dalek = "2"

use ed25519_dalek::{Signature, SignatureError, VerifyingKey};

pub struct Letter {
    pub author: VerifyingKey,
    pub content: Vec<u8>,
    pub signature: Signature,
}

impl Letter {
    pub fn verify(&self) -> Result<(), SignatureError> {
        self.author.verify_strict(&self.content, &self.signature)
    }
}

fn decrypt(key: &[u8], content: &[u8]) -> Vec<u8> {
    content.iter().zip(key).map(|(a, b)| a.wrapping_sub(*b)).collect()
}

pub fn read(key: &[u8], letter: &Letter, friend: &VerifyingKey) -> Result<Vec<u8>, SignatureError> {
    if letter.author != *friend {
        return Err(SignatureError::new());
    }
    letter.verify()?;
    Ok(decrypt(key, &letter.content))
}
