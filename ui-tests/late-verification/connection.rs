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

pub struct Stream;

async fn greet(stream: &mut Stream) -> Option<u64> {
    let _ = stream;
    Some(1)
}

async fn authenticate(stream: &mut Stream, key: &VerifyingKey, order: &Order) -> Result<(), SignatureError> {
    let _ = stream;
    key.verify_strict(order.text.as_bytes(), &order.signature)
}

pub async fn open(mut stream: Stream, key: &VerifyingKey, order: &Order) -> Result<u64, SignatureError> {
    let Some(version) = greet(&mut stream).await else { return Err(SignatureError::new()) };
    authenticate(&mut stream, key, order).await?;
    Ok(version)
}

pub struct RedisPool;

async fn known(redis: &RedisPool) -> Option<u64> {
    let _ = redis;
    Some(1)
}

async fn is_signed(redis: &RedisPool, key: &VerifyingKey, order: &Order) -> Result<(), SignatureError> {
    let _ = redis;
    key.verify_strict(order.text.as_bytes(), &order.signature)
}

/// The type of the first says what it is.
pub async fn through_a_pool(redis: RedisPool, key: &VerifyingKey, order: Order) -> Result<u64, SignatureError> {
    let Some(customer) = known(&redis).await else { return Err(SignatureError::new()) };
    is_signed(&redis, key, &order).await?;
    Ok(customer)
}
