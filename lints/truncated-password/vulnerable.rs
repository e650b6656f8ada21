//@ dep: bcrypt = "0.17"

pub fn register(password: &str) -> Result<String, bcrypt::BcryptError> {
    bcrypt::hash(password, 12) //~ truncated-password
}
