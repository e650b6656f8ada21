//@ dep: ed25519-dalek = "2"
//! The key is fetched for the message.

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

async fn key_of(message: &Message) -> VerifyingKey {
    message.author
}

pub async fn receive(archive: &Archive, message: Message) -> Result<(), SignatureError> {
    let key = key_of(&message).await;
    key.verify_strict(message.text.as_bytes(), &message.signature)?;
    archive.store(&message).await
}
