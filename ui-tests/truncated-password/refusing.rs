//@ dep: bcrypt = "0.17"

pub fn create(password: &str) -> Result<String, bcrypt::BcryptError> {
    bcrypt::non_truncating_hash(password, bcrypt::DEFAULT_COST)
}

pub fn verify(password: &str, stored: &str) -> bool {
    bcrypt::verify(password, stored).unwrap_or(false)
}
