//@ dep: ed25519-dalek = "2"
//! A field of another parameter stands first; a letter in an envelope is verified itself.

use ed25519_dalek::{Signature, SignatureError, VerifyingKey};

pub struct Keys {
    pub own: Vec<u8>,
}

pub struct Letter {
    pub author: VerifyingKey,
    pub content: Vec<u8>,
    pub signature: Signature,
}

impl Letter {
    pub fn parse(text: &[u8], author: VerifyingKey, signature: Signature) -> Letter {
        Letter { author, content: text.to_vec(), signature }
    }

    pub fn verify(&self) -> Result<(), SignatureError> {
        self.author.verify_strict(&self.content, &self.signature)
    }
}

fn decrypt(key: &[u8], content: &[u8]) -> Vec<u8> {
    content.iter().zip(key).map(|(a, b)| a.wrapping_sub(*b)).collect()
}

pub fn read(keys: &Keys, letter: &Letter) -> Vec<u8> {
    decrypt(&keys.own, &letter.content) //~ unverified-message
}

pub fn open(keys: &Keys, envelope: &Letter) -> Result<Letter, SignatureError> {
    let text = decrypt(&keys.own, &envelope.content);
    let letter = Letter::parse(&text, envelope.author, envelope.signature);
    letter.verify()?;
    Ok(letter)
}
