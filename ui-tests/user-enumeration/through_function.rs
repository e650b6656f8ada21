//@ dep: bcrypt = "0.15"
//! The verification is in a function of its own.
pub struct Token {
    pub hash: String,
}

pub struct Store;

impl Store {
    async fn fetch_by_prefix(&self, _prefix: &str) -> Option<Token> {
        None
    }
}

fn matches(secret: &str, hash: &str) -> bool {
    bcrypt::verify(secret, hash).unwrap_or(false)
}

pub async fn validate_token(store: &Store, secret: &str) -> bool {
    match store.fetch_by_prefix(&secret[..8]).await {
        Some(token) => matches(secret, &token.hash),
        None => false, //~ user-enumeration
    }
}
