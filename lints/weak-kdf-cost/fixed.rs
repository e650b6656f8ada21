//@ dep: bcrypt = "0.15"
use bcrypt::{BcryptError, DEFAULT_COST, hash};

pub fn stored_secret(password: &str) -> Result<String, BcryptError> {
    hash(password, DEFAULT_COST)
}
