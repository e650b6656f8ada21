//@ dep: bcrypt = "0.15"
//! A fallback is what most installations run with.
use bcrypt::BcryptError;

pub fn weak_fallback(password: &str) -> Result<String, BcryptError> {
    let cost = std::env::var("HASH_COST").ok().and_then(|v| v.parse().ok()).unwrap_or(6);
    bcrypt::hash(password, cost) //~ weak-kdf-cost
}

pub fn good_fallback(password: &str) -> Result<String, BcryptError> {
    let cost = std::env::var("HASH_COST").ok().and_then(|v| v.parse().ok()).unwrap_or(12);
    bcrypt::hash(password, cost)
}
