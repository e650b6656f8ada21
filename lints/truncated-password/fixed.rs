//@ dep: bcrypt = "0.17"

pub fn register(password: &str) -> Result<String, bcrypt::BcryptError> {
    bcrypt::non_truncating_hash(password, 12)
}
