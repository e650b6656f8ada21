//@ dep: ed25519-dalek = "2"
//! In the right order.

use ed25519_dalek::{Signature, SignatureError, VerifyingKey};

pub struct Message {
    pub author: VerifyingKey,
    pub text: String,
    pub signature: Signature,
}

impl Message {
    pub fn verify(&self) -> Result<(), SignatureError> {
        self.author.verify_strict(self.text.as_bytes(), &self.signature)
    }
}

pub struct Archive;

impl Archive {
    pub async fn store(&self, message: &Message) -> Result<(), SignatureError> {
        println!("{}", message.text);
        Ok(())
    }
}

pub async fn receive(archive: &Archive, message: Message) -> Result<(), SignatureError> {
    if message.verify().is_err() {
        return Err(SignatureError::new());
    }
    archive.store(&message).await
}
