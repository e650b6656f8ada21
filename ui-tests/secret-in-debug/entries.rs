//! The key of an entry finds the value; that of a signer opens something.

#[derive(Debug)]
pub struct SecretRequest {
    pub key: String,
    pub value: String,
}

#[derive(Debug)]
pub struct SecretSigner {
    pub key: String, //~ secret-in-debug
    pub owner: String,
}
