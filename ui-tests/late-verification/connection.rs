//@ dep: ed25519-dalek = "2"
//! What is handed to everything is not what is verified.

use ed25519_dalek::{Signature, SignatureError, VerifyingKey};

pub struct Conn;

pub struct Order {
    pub text: String,
    pub signature: Signature,
}

impl Order {
    pub async fn validate(&self, key: &VerifyingKey, conn: &Conn) -> Result<(), SignatureError> {
        let _ = conn;
        key.verify_strict(self.text.as_bytes(), &self.signature)
    }
}

async fn customer(conn: &Conn) -> Option<u64> {
    let _ = conn;
    Some(1)
}

pub async fn place(key: &VerifyingKey, conn: Conn, order: Order) -> Result<u64, SignatureError> {
    let Some(customer) = customer(&conn).await else { return Err(SignatureError::new()) };
    order.validate(key, &conn).await?;
    Ok(customer)
}
