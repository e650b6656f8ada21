//@ dep: bcrypt = "0.15"
use bcrypt::{BcryptError, hash};

pub fn stored_secret(password: &str) -> Result<String, BcryptError> {
    hash(password, 4) //~ weak-kdf-cost
}
