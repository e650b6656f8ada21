//@ dep: serde = "1"
//@ dep: postcard = "1"
//@ dep: ed25519-dalek = "2"
//@ dep: rand = "0.8"
//! What is verified is the answer; the challenge that it is verified with was sent before.

pub struct Challenge(pub [u8; 16]);

#[derive(serde::Deserialize)]
pub struct Answer {
    pub key: [u8; 32],
    pub signature: Vec<u8>,
}

impl Answer {
    pub fn verify(&self, challenge: &Challenge) -> Result<(), String> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(&self.key).map_err(|e| e.to_string())?;
        let signature = ed25519_dalek::Signature::from_slice(&self.signature).map_err(|e| e.to_string())?;
        key.verify_strict(&challenge.0, &signature).map_err(|e| e.to_string())
    }
}

pub async fn send(challenge: &Challenge) -> Result<(), String> {
    println!("{:?}", challenge.0);
    Ok(())
}

pub async fn frame() -> Result<Vec<u8>, String> {
    Ok(Vec::new())
}

pub async fn handshake() -> Result<[u8; 32], String> {
    let challenge = Challenge([7; 16]);
    send(&challenge).await?;
    let answer: Answer = postcard::from_bytes(&frame().await?).map_err(|e| e.to_string())?;
    if let Err(error) = answer.verify(&challenge) {
        return Err(error);
    }
    Ok(answer.key)
}

impl Challenge {
    pub fn new(drawn: [u8; 16]) -> Self {
        Self(drawn)
    }
}

/// What is drawn here is no forgery, whatever the answer is called.
pub async fn handshake_with_client() -> Result<[u8; 32], String> {
    let challenge = Challenge::new(rand::random());
    send(&challenge).await?;
    let client_answer: Answer = postcard::from_bytes(&frame().await?).map_err(|e| e.to_string())?;
    if let Err(error) = client_answer.verify(&challenge) {
        return Err(error);
    }
    Ok(client_answer.key)
}
