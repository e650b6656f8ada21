//@ dep: ed25519-dalek = "2"
//! A function of the project verifies.

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

fn validate(message: &Message) -> Result<(), SignatureError> {
    message.verify()
}

pub async fn receive(archive: &Archive, message: Message) -> Result<usize, SignatureError> {
    archive.store(&message).await?;
    validate(&message)?; //~ late-verification
    Ok(message.text.len())
}
