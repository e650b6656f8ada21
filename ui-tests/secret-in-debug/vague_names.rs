//! A vague name needs a witness in the name of the type.

#[derive(Debug)]
pub struct OAuthTokenRequest {
    pub client: u32,
    pub code: String, //~ secret-in-debug
}

#[derive(Debug)]
pub struct LoginSession {
    pub user: u64,
    pub token: String, //~ secret-in-debug
}

#[derive(Debug)]
pub struct Wallet {
    pub seed: [u8; 32], //~ secret-in-debug
}

#[derive(Debug)]
pub struct Country {
    pub code: String,
    pub key: String,
}

#[derive(Debug)]
pub struct Message {
    pub token: String,
    pub signature: Vec<u8>,
    pub hash: [u8; 32],
    pub pin: String,
    pub seed: Vec<u8>,
}

#[derive(Debug)]
pub struct AuthRequest {
    pub signature: Vec<u8>,
    pub nonce: Vec<u8>,
}

#[derive(Debug)]
pub enum AuthError {
    Token { token: String },
    InvalidPassword(String),
    Password(String),
}
