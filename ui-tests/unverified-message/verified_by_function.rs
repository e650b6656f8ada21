//@ dep: ed25519-dalek = "2"
//! A function of the project verifies, or there is nothing to verify.

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

fn validate_letter(letter: &Letter) -> Result<(), SignatureError> {
    letter.verify()
}

pub fn read(key: &[u8], letter: &Letter) -> Result<Vec<u8>, SignatureError> {
    validate_letter(letter)?;
    Ok(decrypt(key, &letter.content))
}

pub struct Note {
    pub content: Vec<u8>,
}

pub fn read_note(key: &[u8], note: &Note) -> Vec<u8> {
    decrypt(key, &note.content)
}
